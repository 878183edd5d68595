package io.frontless.connection.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes connections. */
@Dependent
public class ConnectionRows {

    private static final String SELECT =
            "select connection_id, provider_id, level, label, secret_id, version, disconnected_at is not null"
                    + " from frontless.connection where workspace_id = ?";

    private final Statements statements;

    @Inject
    public ConnectionRows(Statements statements) {
        this.statements = statements;
    }

    /** A connection; without a secret it has no authorization. */
    public record Row(
            UUID connectionId,
            UUID providerId,
            int level,
            String label,
            @Nullable UUID secretId,
            long version,
            boolean disconnected) {}

    /** All that are not disconnected, by label. */
    public List<Row> living(UUID workspaceId) {
        return statements.read(
                ConnectionRows::row,
                SELECT + " and disconnected_at is null order by lower(label), connection_id",
                workspaceId);
    }

    /** One, disconnected or not. */
    public Optional<Row> find(UUID workspaceId, UUID connectionId) {
        return one("connection_id", "", workspaceId, connectionId);
    }

    /** One, disconnected or not, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID connectionId) {
        return one("connection_id", " for update", workspaceId, connectionId);
    }

    /** The one that uses a grant. */
    public Optional<Row> using(UUID workspaceId, UUID secretId) {
        return one("secret_id", "", workspaceId, secretId);
    }

    /** Whether anything that is not disconnected is of a provider. */
    public boolean isUsed(UUID workspaceId, UUID providerId) {
        return !statements
                .read(
                        row -> true,
                        "select 1 from frontless.connection where workspace_id = ? and provider_id = ? and disconnected_at is null limit 1",
                        workspaceId,
                        providerId)
                .isEmpty();
    }

    /** Adds one of version 1. */
    public void add(UUID workspaceId, Row row) {
        statements.change(
                """
                insert into frontless.connection (workspace_id, connection_id, provider_id, level, label, secret_id)
                values (?, ?, ?, ?, ?, ?)""", workspaceId, row.connectionId(), row.providerId(), row.level(), row.label(), row.secretId());
    }

    /** Gives it another grant, or none. */
    public void authorize(UUID workspaceId, UUID connectionId, @Nullable UUID secretId) {
        statements.change(
                "update frontless.connection set secret_id = cast(? as uuid), version = version + 1"
                        + " where workspace_id = ? and connection_id = ?",
                secretId,
                workspaceId,
                connectionId);
    }

    /** Leaves a tombstone, without a grant. */
    public void disconnect(UUID workspaceId, UUID connectionId) {
        statements.change(
                "update frontless.connection set secret_id = null, disconnected_at = clock_timestamp(), version = version + 1"
                        + " where workspace_id = ? and connection_id = ?",
                workspaceId,
                connectionId);
    }

    private Optional<Row> one(String column, String lock, UUID workspaceId, UUID id) {
        return statements.read(ConnectionRows::row, SELECT + " and " + column + " = ?" + lock, workspaceId, id).stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getLong(6),
                row.getBoolean(7));
    }
}
