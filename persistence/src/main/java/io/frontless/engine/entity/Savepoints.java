package io.frontless.engine.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes savepoints. A removed one stays as a row, so that its versions go on counting. */
@Dependent
public class Savepoints {

    private final Statements statements;

    @Inject
    public Savepoints(Statements statements) {
        this.statements = statements;
    }

    /** A savepoint, there or removed. */
    public record Stored(long version, boolean there) {}

    /** One savepoint, locked until the end of the transaction. */
    public Optional<Stored> lock(UUID workspaceId, String name) {
        return statements
                .read(
                        row -> new Stored(row.getLong(1), row.getBoolean(2)),
                        "select version, removed_at is null from frontless.savepoint"
                                + " where workspace_id = ? and savepoint = ? for update",
                        workspaceId,
                        name)
                .stream()
                .findFirst();
    }

    /** Makes it be there. */
    public void put(UUID workspaceId, String name) {
        statements.change(
                "insert into frontless.savepoint (workspace_id, savepoint) values (?, ?)"
                        + " on conflict (workspace_id, savepoint) do update"
                        + " set version = savepoint.version + 1, removed_at = null",
                workspaceId,
                name);
    }

    /** Removes it. */
    public void remove(UUID workspaceId, String name) {
        statements.change(
                "update frontless.savepoint set version = version + 1, removed_at = clock_timestamp()"
                        + " where workspace_id = ? and savepoint = ?",
                workspaceId,
                name);
    }
}
