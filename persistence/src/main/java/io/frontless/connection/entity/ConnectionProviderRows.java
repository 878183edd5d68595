package io.frontless.connection.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes the providers of other services. */
@Dependent
public class ConnectionProviderRows {

    private static final String SELECT =
            "select provider_id, label, issuer, client_id, secret_id, read_scopes, organise_scopes, send_scopes, version,"
                    + " removed_at is not null from frontless.connection_provider where workspace_id = ?";

    private final Statements statements;

    @Inject
    public ConnectionProviderRows(Statements statements) {
        this.statements = statements;
    }

    /** What was declared; scopes are separated by blanks. */
    public record Terms(
            String label,
            String issuer,
            String clientId,
            UUID secretId,
            String readScopes,
            String organiseScopes,
            String sendScopes) {}

    /** A provider. */
    public record Row(UUID providerId, Terms terms, long version, boolean removed) {}

    /** All that are not removed, by label. */
    public List<Row> living(UUID workspaceId) {
        return statements.read(
                ConnectionProviderRows::row,
                SELECT + " and removed_at is null order by lower(label), provider_id",
                workspaceId);
    }

    /** One, removed or not. */
    public Optional<Row> find(UUID workspaceId, UUID providerId) {
        return one("", workspaceId, providerId);
    }

    /** One, removed or not, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID providerId) {
        return one(" for update", workspaceId, providerId);
    }

    /** Adds one of version 1. */
    public void add(UUID workspaceId, UUID providerId, Terms terms) {
        statements.change(
                """
                insert into frontless.connection_provider
                  (workspace_id, provider_id, label, issuer, client_id, secret_id, read_scopes, organise_scopes, send_scopes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                workspaceId,
                providerId,
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secretId(),
                terms.readScopes(),
                terms.organiseScopes(),
                terms.sendScopes());
    }

    /** Brings back one that was removed, with these terms. */
    public void bringBack(UUID workspaceId, UUID providerId, Terms terms) {
        statements.change(
                """
                update frontless.connection_provider set label = ?, issuer = ?, client_id = ?, secret_id = ?, read_scopes = ?, organise_scopes = ?,
                  send_scopes = ?, removed_at = null, version = version + 1
                where workspace_id = ? and provider_id = ?""",
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secretId(),
                terms.readScopes(),
                terms.organiseScopes(),
                terms.sendScopes(),
                workspaceId,
                providerId);
    }

    /** Leaves a tombstone. */
    public void remove(UUID workspaceId, UUID providerId) {
        statements.change(
                "update frontless.connection_provider set removed_at = clock_timestamp(), version = version + 1"
                        + " where workspace_id = ? and provider_id = ?",
                workspaceId,
                providerId);
    }

    private Optional<Row> one(String lock, UUID workspaceId, UUID providerId) {
        return statements
                .read(ConnectionProviderRows::row, SELECT + " and provider_id = ?" + lock, workspaceId, providerId)
                .stream()
                .findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                new Terms(
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, UUID.class),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                row.getLong(9),
                row.getBoolean(10));
    }
}
