package io.frontless.audit.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes legal holds. */
@Dependent
public class HoldRows {

    private static final String SELECT =
            "select h.hold_id, h.label, h.reason, h.entity, h.record_id, h.version, h.lifted_at is not null from frontless.legal_hold h"
                    + " where h.workspace_id = ?";

    private final Statements statements;

    @Inject
    public HoldRows(Statements statements) {
        this.statements = statements;
    }

    /** What is held and why: the workspace, an entity of it or one record. */
    public record Terms(
            String label,
            String reason,
            @Nullable String entity,
            @Nullable UUID recordId) {}

    /** A hold, which may have been lifted. */
    public record Row(UUID holdId, Terms terms, long version, boolean lifted) {}

    /** All that are in force, the oldest first. */
    public List<Row> inForce(UUID workspaceId) {
        return statements.read(HoldRows::row, SELECT + " and h.lifted_at is null order by h.hold_id", workspaceId);
    }

    /** One of them. */
    public Optional<Row> find(UUID workspaceId, UUID holdId) {
        return statements.read(HoldRows::row, SELECT + " and h.hold_id = ?", workspaceId, holdId).stream()
                .findFirst();
    }

    /** The same, locked. */
    public Optional<Row> lock(UUID workspaceId, UUID holdId) {
        return statements.read(HoldRows::row, SELECT + " and h.hold_id = ? for update", workspaceId, holdId).stream()
                .findFirst();
    }

    /** What the hold is called that keeps a record, if one does. */
    public Optional<String> over(UUID workspaceId, String entity, UUID recordId) {
        return inForce(workspaceId).stream()
                .map(Row::terms)
                .filter(terms -> terms.entity() == null || terms.entity().equals(entity))
                .filter(terms -> terms.recordId() == null || terms.recordId().equals(recordId))
                .map(Terms::label)
                .findFirst();
    }

    /** Adds one. */
    public void add(UUID workspaceId, UUID holdId, Terms terms) {
        statements.change(
                "insert into frontless.legal_hold (workspace_id, hold_id, label, reason, entity, record_id)"
                        + " values (?, ?, ?, ?, ?, cast(? as uuid))",
                workspaceId,
                holdId,
                terms.label(),
                terms.reason(),
                terms.entity(),
                terms.recordId() == null ? null : terms.recordId().toString());
    }

    /** Lifts one, or places it again. */
    public void setLifted(UUID workspaceId, UUID holdId, boolean lifted) {
        statements.change(
                "update frontless.legal_hold set lifted_at = case when ? then clock_timestamp() end, version = version + 1"
                        + " where workspace_id = ? and hold_id = ?",
                lifted,
                workspaceId,
                holdId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new Terms(row.getString(2), row.getString(3), row.getString(4), row.getObject(5, UUID.class)),
                row.getLong(6),
                row.getBoolean(7));
    }
}
