package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What constraints tell living records apart by; kept as a hash, since an index row could not hold the values. */
@Dependent
public class UniqueValues {

    private static final String HASH = "encode(sha256(convert_to(%s, 'UTF8')), 'hex')";

    private final Statements statements;

    @Inject
    public UniqueValues(Statements statements) {
        this.statements = statements;
    }

    /** Which constraint of which entity. */
    public record Of(UUID workspaceId, String entity, String constraint) {}

    /** The record that has these values. */
    public Optional<UUID> holder(Of of, String values) {
        return statements
                .read(
                        row -> row.getObject(1, UUID.class),
                        "select record_id from frontless.unique_value where workspace_id = ? and entity = ? and constraint_key = ?"
                                + " and unique_key = " + HASH.formatted("?"),
                        of.workspaceId(),
                        of.entity(),
                        of.constraint(),
                        values)
                .stream()
                .findFirst();
    }

    /** Adds records with their values, in the same order. */
    public void add(Of of, List<UUID> records, List<String> values) {
        statements.change(
                "insert into frontless.unique_value (workspace_id, entity, constraint_key, unique_key, record_id) select ?, ?, ?, "
                        + HASH.formatted("u.v") + ", u.r from unnest(?, ?) as u(r, v)",
                of.workspaceId(),
                of.entity(),
                of.constraint(),
                Statements.Array.ids(records),
                Statements.Array.texts(values));
    }

    /** Removes one record's. */
    public void remove(Of of, UUID recordId) {
        statements.change(
                "delete from frontless.unique_value where workspace_id = ? and constraint_key = ? and record_id = ?",
                of.workspaceId(),
                of.constraint(),
                recordId);
    }

    /** Removes all of a constraint. */
    public void removeAll(Of of) {
        statements.change(
                "delete from frontless.unique_value where workspace_id = ? and entity = ? and constraint_key = ?",
                of.workspaceId(),
                of.entity(),
                of.constraint());
    }
}
