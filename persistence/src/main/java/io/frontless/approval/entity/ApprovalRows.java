package io.frontless.approval.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes approvals. Whoever changes one has locked its plan. */
@Dependent
public class ApprovalRows {

    private static final String SELECT =
            "select plan_id, hash, requested_by, requested_at, status, decided_by, decided_at, reason, version"
                    + " from frontless.approval where workspace_id = ?";

    /** Not decided yet, and of a plan that can still be executed. */
    private static final String WAITS = "(status = 'PENDING' and exists (select from frontless.plan p"
            + " where p.workspace_id = approval.workspace_id and p.plan_id = approval.plan_id"
            + " and p.status = 'PROPOSED' and p.expires_at > clock_timestamp()))";

    private static final String CHANGE = "update frontless.approval set version = version + 1, ";
    private static final String OF_ONE = " where workspace_id = ? and plan_id = ?";

    private final Statements statements;

    @Inject
    public ApprovalRows(Statements statements) {
        this.statements = statements;
    }

    /** How an approval stands. */
    public enum Status {
        PENDING,
        APPROVED,
        REFUSED,
        WITHDRAWN
    }

    /** What was said, and by whom. */
    public record Decision(UUID by, Instant at, @Nullable String reason) {}

    /** An approval; {@code decision} is there where it is approved or refused. */
    public record Row(
            UUID planId,
            String hash,
            UUID requestedBy,
            Instant requestedAt,
            Status status,
            @Nullable Decision decision,
            long version) {

        /** Whether this person has decided it. */
        public boolean decidedBy(UUID accountId) {
            return decision != null && decision.by().equals(accountId);
        }
    }

    /** One of them. */
    public Optional<Row> find(UUID workspaceId, UUID planId) {
        return statements.read(ApprovalRows::row, SELECT + " and plan_id = ?", workspaceId, planId).stream()
                .findFirst();
    }

    /** The latest; those that wait come first. */
    public List<Row> latest(UUID workspaceId, int limit) {
        return statements.read(
                ApprovalRows::row,
                SELECT + " order by " + WAITS + " desc, requested_at desc limit ?",
                workspaceId,
                limit);
    }

    /** Those that wait, the latest first. */
    public List<Row> waiting(UUID workspaceId, int limit) {
        return statements.read(
                ApprovalRows::row,
                SELECT + " and " + WAITS + " order by requested_at desc limit ?",
                workspaceId,
                limit);
    }

    /** Asks for one, anew where it was asked for before. */
    public void request(UUID workspaceId, UUID planId, String hash, UUID by) {
        statements.change(
                "insert into frontless.approval (workspace_id, plan_id, hash, requested_by) values (?, ?, ?, ?)"
                        + " on conflict (workspace_id, plan_id) do update set version = approval.version + 1, status = 'PENDING',"
                        + " requested_at = clock_timestamp(), decided_by = null, decided_at = null, reason = null",
                workspaceId,
                planId,
                hash,
                by);
    }

    /** Approves or refuses one. */
    public void decide(UUID workspaceId, UUID planId, Status decided, UUID by, @Nullable String reason) {
        statements.change(
                CHANGE + "status = ?, decided_by = ?, decided_at = clock_timestamp(), reason = ?" + OF_ONE,
                decided.name(),
                by,
                reason,
                workspaceId,
                planId);
    }

    /** Leaves one undecided: as one that waits, or as one that nobody asks for any more. */
    public void reopen(UUID workspaceId, UUID planId, Status undecided) {
        statements.change(
                CHANGE + "status = ?, decided_by = null, decided_at = null, reason = null" + OF_ONE,
                undecided.name(),
                workspaceId,
                planId);
    }

    private static Row row(ResultSet row) throws SQLException {
        UUID decidedBy = row.getObject(6, UUID.class);
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                Status.valueOf(row.getString(5)),
                decidedBy == null
                        ? null
                        : new Decision(
                                decidedBy,
                                row.getObject(7, OffsetDateTime.class).toInstant(),
                                row.getString(8)),
                row.getLong(9));
    }
}
