package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes links between records. */
@Dependent
public class Links {

    private static final String SELECT =
            "select link_id, record_id, to_record_id, label, version, removed_at is not null from frontless.link"
                    + " where workspace_id = ?";

    private final Statements statements;

    @Inject
    public Links(Statements statements) {
        this.statements = statements;
    }

    /** A link as its row holds it. */
    public record Stored(UUID id, UUID recordId, UUID to, String label, long version, boolean removed) {}

    /** One link, removed or not, locked until the end of the transaction. */
    public Optional<Stored> lock(UUID workspaceId, UUID id) {
        return statements.read(Links::stored, SELECT + " and link_id = ? for update", workspaceId, id).stream()
                .findFirst();
    }

    /** The links from and to a record that are not removed, the oldest first. */
    public List<Stored> of(UUID workspaceId, UUID recordId, int limit) {
        return statements.read(
                Links::stored,
                SELECT + " and (record_id = ? or to_record_id = ?) and removed_at is null order by link_id limit ?",
                workspaceId,
                recordId,
                recordId,
                limit);
    }

    /** Adds one. */
    public void add(UUID workspaceId, Stored link) {
        statements.change(
                "insert into frontless.link (workspace_id, link_id, record_id, to_record_id, label) values (?, ?, ?, ?, ?)",
                workspaceId,
                link.id(),
                link.recordId(),
                link.to(),
                link.label());
    }

    /** Removes one, or brings it back. */
    public void setRemoved(UUID workspaceId, UUID id, boolean removed) {
        statements.change(
                "update frontless.link set version = version + 1, removed_at = case when ? then clock_timestamp() end"
                        + " where workspace_id = ? and link_id = ?",
                removed,
                workspaceId,
                id);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getLong(5),
                row.getBoolean(6));
    }
}
