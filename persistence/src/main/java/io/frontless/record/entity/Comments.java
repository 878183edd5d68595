package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes comments. */
@Dependent
public class Comments {

    private static final String SELECT =
            "select comment_id, record_id, author_id, author_name, body, written_at, version, removed_at is not null"
                    + " from frontless.comment where workspace_id = ?";

    private final Statements statements;

    @Inject
    public Comments(Statements statements) {
        this.statements = statements;
    }

    /** A comment as its row holds it. */
    public record Stored(UUID id, UUID recordId, Author author, String text, Instant writtenAt, State state) {}

    /** Who wrote it. */
    public record Author(UUID id, String name) {}

    /** How often it changed, and whether it is removed. */
    public record State(long version, boolean removed) {}

    /** One comment, removed or not, locked until the end of the transaction. */
    public Optional<Stored> lock(UUID workspaceId, UUID id) {
        return statements.read(Comments::stored, SELECT + " and comment_id = ? for update", workspaceId, id).stream()
                .findFirst();
    }

    /** The comments of a record that are not removed, the oldest first. */
    public List<Stored> of(UUID workspaceId, UUID recordId, int limit) {
        return statements.read(
                Comments::stored,
                SELECT + " and record_id = ? and removed_at is null order by comment_id limit ?",
                workspaceId,
                recordId,
                limit);
    }

    /** Adds one. */
    public void add(UUID workspaceId, Stored comment) {
        statements.change(
                "insert into frontless.comment (workspace_id, comment_id, record_id, author_id, author_name, body, written_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                workspaceId,
                comment.id(),
                comment.recordId(),
                comment.author().id(),
                comment.author().name(),
                comment.text(),
                comment.writtenAt().atOffset(ZoneOffset.UTC));
    }

    /** Removes one, or brings it back. */
    public void setRemoved(UUID workspaceId, UUID id, boolean removed) {
        statements.change(
                "update frontless.comment set version = version + 1, removed_at = case when ? then clock_timestamp() end"
                        + " where workspace_id = ? and comment_id = ?",
                removed,
                workspaceId,
                id);
    }

    private static Stored stored(ResultSet row) throws SQLException {
        return new Stored(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                new Author(row.getObject(3, UUID.class), row.getString(4)),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                new State(row.getLong(7), row.getBoolean(8)));
    }
}
