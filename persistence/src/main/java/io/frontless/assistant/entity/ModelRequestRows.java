package io.frontless.assistant.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what is sent to models and what it costs, and where the values of their plans come from. */
@Dependent
public class ModelRequestRows {

    private static final String COLUMNS = "select request_id, conversation_id, account_id, actor, provider, model, url,"
            + " region, sent_at, body, outcome, tokens_in, tokens_out, micros from frontless.model_request";

    private final Statements statements;

    @Inject
    public ModelRequestRows(Statements statements) {
        this.statements = statements;
    }

    /** Whom something was sent to. */
    public record Receiver(String provider, String model, String url, String region) {}

    /** What was spent; micros are millionths of the unit of prices. */
    public record Spent(long tokensIn, long tokensOut, long micros) {
        /** Both directions. */
        public long tokens() {
            return tokensIn + tokensOut;
        }
    }

    /** A request as it was sent. */
    public record Row(
            UUID requestId,
            UUID conversationId,
            UUID accountId,
            String actor,
            Receiver receiver,
            @Nullable Instant sentAt,
            String body,
            String outcome,
            Spent spent) {}

    /** Takes from a day's budget; whether it held that much. The day's row is locked until the end of the transaction. */
    public boolean take(UUID workspaceId, LocalDate day, Spent spent, long tokensMax, long microsMax) {
        return statements.change(
                        "insert into frontless.model_day as d (workspace_id, day, tokens, micros)"
                                + " select ?, ?, ?, ? where ? <= ? and ? <= ?"
                                + " on conflict (workspace_id, day) do update set tokens = d.tokens + excluded.tokens,"
                                + " micros = d.micros + excluded.micros"
                                + " where d.tokens + excluded.tokens <= ? and d.micros + excluded.micros <= ?",
                        workspaceId,
                        day,
                        spent.tokens(),
                        spent.micros(),
                        spent.tokens(),
                        tokensMax,
                        spent.micros(),
                        microsMax,
                        tokensMax,
                        microsMax)
                > 0;
    }

    /** Puts right what was taken before it was known. */
    public void correct(UUID workspaceId, LocalDate day, long tokens, long micros) {
        statements.change(
                "update frontless.model_day set tokens = greatest(0, tokens + ?), micros = greatest(0, micros + ?)"
                        + " where workspace_id = ? and day = ?",
                tokens,
                micros,
                workspaceId,
                day);
    }

    /** What a day has cost so far. */
    public Spent spent(UUID workspaceId, LocalDate day) {
        return statements
                .read(
                        row -> new Spent(row.getLong(1), 0, row.getLong(2)),
                        "select tokens, micros from frontless.model_day where workspace_id = ? and day = ?",
                        workspaceId,
                        day)
                .stream()
                .findFirst()
                .orElse(new Spent(0, 0, 0));
    }

    /** Writes down what is about to be sent. */
    public void add(UUID workspaceId, Row row) {
        statements.change(
                "insert into frontless.model_request (workspace_id, request_id, conversation_id, account_id, actor,"
                        + " provider, model, url, region, body, tokens_in, tokens_out, micros)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                workspaceId,
                row.requestId(),
                row.conversationId(),
                row.accountId(),
                row.actor(),
                row.receiver().provider(),
                row.receiver().model(),
                row.receiver().url(),
                row.receiver().region(),
                row.body(),
                row.spent().tokensIn(),
                row.spent().tokensOut(),
                row.spent().micros());
    }

    /** Writes down that it tells something of a record. */
    public void addRecord(UUID workspaceId, UUID requestId, String entity, UUID recordId) {
        statements.change(
                "insert into frontless.model_request_record (workspace_id, request_id, entity, record_id) values (?, ?, ?, ?)",
                workspaceId,
                requestId,
                entity,
                recordId);
    }

    /** Writes down what came of it. */
    public void end(UUID workspaceId, UUID requestId, String outcome, Spent spent) {
        statements.change(
                "update frontless.model_request set outcome = ?, tokens_in = ?, tokens_out = ?, micros = ?"
                        + " where workspace_id = ? and request_id = ?",
                outcome,
                spent.tokensIn(),
                spent.tokensOut(),
                spent.micros(),
                workspaceId,
                requestId);
    }

    /** Writes down what came of it where what was taken stays taken. */
    public void fail(UUID workspaceId, UUID requestId, String outcome) {
        statements.change(
                "update frontless.model_request set outcome = ? where workspace_id = ? and request_id = ?",
                outcome,
                workspaceId,
                requestId);
    }

    /** Requests, the latest first; after one of them where that is given. */
    public List<Row> latest(UUID workspaceId, @Nullable UUID before, int limit) {
        return statements.read(
                ModelRequestRows::row,
                COLUMNS + " where workspace_id = ? and (cast(? as uuid) is null or request_id < cast(? as uuid))"
                        + " order by request_id desc limit ?",
                workspaceId,
                before,
                before,
                limit);
    }

    /** One request. */
    public Optional<Row> find(UUID workspaceId, UUID requestId) {
        return statements
                .read(
                        ModelRequestRows::row,
                        COLUMNS + " where workspace_id = ? and request_id = ?",
                        workspaceId,
                        requestId)
                .stream()
                .findFirst();
    }

    /** Keeps where a plan's values come from; {@code origins} is a JSON object. */
    public void keepOrigins(UUID workspaceId, UUID planId, String provider, String origins) {
        statements.change(
                "insert into frontless.plan_origin (workspace_id, plan_id, provider, value_origins)"
                        + " values (?, ?, ?, cast(? as jsonb))",
                workspaceId,
                planId,
                provider,
                origins);
    }

    /** Where a plan's values come from; none where no model made it. */
    public Optional<String> origins(UUID workspaceId, UUID planId) {
        return statements
                .read(
                        row -> row.getString(1),
                        "select cast(jsonb_build_object('provider', provider) || value_origins as text)"
                                + " from frontless.plan_origin where workspace_id = ? and plan_id = ?",
                        workspaceId,
                        planId)
                .stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                new Receiver(row.getString(5), row.getString(6), row.getString(7), row.getString(8)),
                row.getTimestamp(9).toInstant(),
                row.getString(10),
                row.getString(11),
                new Spent(row.getLong(12), row.getLong(13), row.getLong(14)));
    }
}
