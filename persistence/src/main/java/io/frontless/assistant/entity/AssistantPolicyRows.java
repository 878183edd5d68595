package io.frontless.assistant.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes which models a workspace's assistant may ask. */
@Dependent
public class AssistantPolicyRows {

    private final Statements statements;

    @Inject
    public AssistantPolicyRows(Statements statements) {
        this.statements = statements;
    }

    /** A policy; {@code providers} are names, separated by blanks. */
    public record Row(
            String providers,
            boolean zeroRetention,
            @Nullable String region,
            long tokensPerDay,
            @Nullable Long centsPerDay,
            long version) {}

    /** A workspace's policy; none where it never set one. */
    public Optional<Row> find(UUID workspaceId) {
        return statements
                .read(
                        row -> new Row(
                                row.getString(1),
                                row.getBoolean(2),
                                row.getString(3),
                                row.getLong(4),
                                row.getObject(5, Long.class),
                                row.getLong(6)),
                        "select providers, zero_retention, region, tokens_per_day, cents_per_day, version"
                                + " from frontless.assistant_policy where workspace_id = ?",
                        workspaceId)
                .stream()
                .findFirst();
    }

    /** The same, when nobody else changes it any more until the end of the transaction; as there may be no row yet, the workspace's is locked. */
    public Optional<Row> lock(UUID workspaceId) {
        statements.read(
                row -> true, "select 1 from frontless.workspace where workspace_id = ? for no key update", workspaceId);
        return find(workspaceId);
    }

    /** Replaces it. */
    public void set(UUID workspaceId, Row row) {
        statements.change(
                "insert into frontless.assistant_policy"
                        + " (workspace_id, providers, zero_retention, region, tokens_per_day, cents_per_day, version)"
                        + " values (?, ?, ?, cast(? as text), ?, cast(? as bigint), ?)"
                        + " on conflict (workspace_id) do update set providers = excluded.providers,"
                        + " zero_retention = excluded.zero_retention, region = excluded.region,"
                        + " tokens_per_day = excluded.tokens_per_day, cents_per_day = excluded.cents_per_day,"
                        + " version = excluded.version",
                workspaceId,
                row.providers(),
                row.zeroRetention(),
                row.region(),
                row.tokensPerDay(),
                row.centsPerDay(),
                row.version());
    }
}
