package io.frontless.audit.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** What a redaction would reach. The database does it when the event that tells of it is written (450-redaction.sql). */
@Dependent
public class RedactionRows {

    private final Statements statements;

    @Inject
    public RedactionRows(Statements statements) {
        this.statements = statements;
    }

    /** How many events of a record hold values of these fields. */
    public long events(UUID workspaceId, String entity, UUID recordId, List<String> fields) {
        return statements
                .read(
                        row -> row.getLong(1),
                        "select count(*) from frontless.event e where e.workspace_id = ? and e.record_id = ? and e.entity = ?"
                                + " and e.action like 'record.%'"
                                + " and (jsonb_exists_any(e.before, ?) or jsonb_exists_any(e.after, ?))",
                        workspaceId,
                        recordId,
                        entity,
                        Array.texts(fields),
                        Array.texts(fields))
                .get(0);
    }

    /** Locks a record, or what its deletion has left of it, so that its chain goes on here alone; whether there is one. */
    public boolean lock(UUID workspaceId, String entity, UUID recordId) {
        return !statements
                .read(
                        row -> row.getObject(1, UUID.class),
                        "select r.record_id from frontless.record r where r.workspace_id = ? and r.record_id = ? and r.entity = ? for update",
                        workspaceId,
                        recordId,
                        entity)
                .isEmpty();
    }

    /** Those of the fields that still have a value in it. */
    public List<String> stillThere(UUID workspaceId, UUID recordId, List<String> fields) {
        return statements.read(
                row -> row.getString(1),
                "select d.key from frontless.record r, jsonb_each(r.data) d where r.workspace_id = ? and r.record_id = ?"
                        + " and d.key = any(?) and d.value <> 'null' order by d.key",
                workspaceId,
                recordId,
                Array.texts(fields));
    }
}
