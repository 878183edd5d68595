package io.frontless.federation.entity;

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

/** Reads and writes the people of a workspace's directory; one who was removed leaves a tombstone. */
@Dependent
public class DirectoryRows {

    private static final String SELECT =
            "select user_id, user_name, external_id, email, name, active, role, account_id, version, created_at, changed_at,"
                    + " removed_at is not null from frontless.directory_user where workspace_id = ?";

    private static final String CHANGE =
            "update frontless.directory_user set version = version + 1, changed_at = clock_timestamp(), ";
    private static final String OF_ONE = " where workspace_id = ? and user_id = ?";

    private final Statements statements;

    @Inject
    public DirectoryRows(Statements statements) {
        this.statements = statements;
    }

    /** What the directory says of a person. */
    public record Entry(
            String userName, @Nullable String externalId, String email, String name, boolean active, String role) {}

    /** A person; {@code accountId} is null until they have signed in, unless they were a member before. */
    public record Row(
            UUID userId,
            Entry entry,
            @Nullable UUID accountId,
            long version,
            Instant createdAt,
            Instant changedAt,
            boolean removed) {}

    /** All that were not removed, the oldest first. */
    public List<Row> living(UUID workspaceId) {
        return statements.read(
                DirectoryRows::row, SELECT + " and removed_at is null order by created_at, user_id", workspaceId);
    }

    /** How many were not removed. */
    public long count(UUID workspaceId) {
        return statements
                .read(
                        row -> row.getLong(1),
                        "select count(*) from frontless.directory_user where workspace_id = ? and removed_at is null",
                        workspaceId)
                .get(0);
    }

    /** One, removed or not. */
    public Optional<Row> find(UUID workspaceId, UUID userId) {
        return statements.read(DirectoryRows::row, SELECT + " and user_id = ?", workspaceId, userId).stream()
                .findFirst();
    }

    /** One, removed or not, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID userId) {
        return statements.read(DirectoryRows::row, SELECT + " and user_id = ? for update", workspaceId, userId).stream()
                .findFirst();
    }

    /** The one with this address that was not removed, locked until the end of the transaction. */
    public Optional<Row> lockByEmail(UUID workspaceId, String email) {
        return statements
                .read(
                        DirectoryRows::row,
                        SELECT + " and removed_at is null and email = ? for update",
                        workspaceId,
                        email)
                .stream()
                .findFirst();
    }

    /** The one who is this member and was not removed. */
    public Optional<Row> byAccount(UUID workspaceId, UUID accountId) {
        return statements
                .read(DirectoryRows::row, SELECT + " and removed_at is null and account_id = ?", workspaceId, accountId)
                .stream()
                .findFirst();
    }

    /** Adds one of version 1. */
    public void add(UUID workspaceId, UUID userId, Entry entry, @Nullable UUID accountId) {
        statements.change(
                """
                insert into frontless.directory_user
                  (workspace_id, user_id, user_name, external_id, email, name, active, role, account_id)
                values (?, ?, ?, cast(? as text), ?, ?, ?, ?, cast(? as uuid))""",
                workspaceId,
                userId,
                entry.userName(),
                entry.externalId(),
                entry.email(),
                entry.name(),
                entry.active(),
                entry.role(),
                accountId);
    }

    /** Replaces what is said of one; a removed one is there again. */
    public void change(UUID workspaceId, UUID userId, Entry entry) {
        statements.change(
                CHANGE + "user_name = ?, external_id = cast(? as text), email = ?, name = ?, active = ?, role = ?,"
                        + " removed_at = null" + OF_ONE,
                entry.userName(),
                entry.externalId(),
                entry.email(),
                entry.name(),
                entry.active(),
                entry.role(),
                workspaceId,
                userId);
    }

    /** Says which member one is; no version, since it says nothing else of them. */
    public void meet(UUID workspaceId, UUID userId, UUID accountId) {
        statements.change(
                "update frontless.directory_user set account_id = ?" + OF_ONE, accountId, workspaceId, userId);
    }

    /** Leaves a tombstone. */
    public void remove(UUID workspaceId, UUID userId) {
        statements.change(CHANGE + "removed_at = clock_timestamp()" + OF_ONE, workspaceId, userId);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new Entry(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getBoolean(6),
                        row.getString(7)),
                row.getObject(8, UUID.class),
                row.getLong(9),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                row.getObject(11, OffsetDateTime.class).toInstant(),
                row.getBoolean(12));
    }
}
