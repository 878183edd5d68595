package io.frontless.federation.entity;

import io.frontless.workspace.entity.Lookups;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.TransactionDatabase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the providers of a workspace. */
@Dependent
public class ProviderRows {

    private static final String SELECT =
            "select provider_id, label, issuer, client_id, secret_id, domains, role, admits, exclusive, max_age_minutes,"
                    + " version, disconnected_at is not null from frontless.identity_provider where workspace_id = ?";

    private final Statements statements;
    private final Lookups lookups;

    @Inject
    public ProviderRows(Statements statements, Lookups lookups) {
        this.statements = statements;
        this.lookups = lookups;
    }

    /** How the workspace relies on one; domains are separated by blanks. */
    public record Terms(
            String label,
            String issuer,
            String clientId,
            UUID secretId,
            String domains,
            String role,
            boolean admits,
            boolean exclusive,
            @Nullable Integer maxAgeMinutes) {}

    /** A provider. */
    public record Row(UUID providerId, Terms terms, long version, boolean disconnected) {}

    /** Where somebody can sign in who is in no workspace yet. */
    public record Place(UUID workspaceId, UUID providerId, String issuer) {}

    /** Those that may speak for a domain; {@code mac} vouches for it. In no transaction. */
    public List<Place> ofDomain(String domain, String mac) {
        return lookups.allIn(
                TransactionDatabase.SHARED,
                row -> new Place(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getString(3)),
                "select workspace_id, provider_id, issuer from frontless.providers_of_domain(?, ?)",
                domain,
                mac);
    }

    /** All that are connected, by label. */
    public List<Row> connected(UUID workspaceId) {
        return statements.read(
                ProviderRows::row,
                SELECT + " and disconnected_at is null order by lower(label), provider_id",
                workspaceId);
    }

    /** One, connected or not. */
    public Optional<Row> find(UUID workspaceId, UUID providerId) {
        return statements.read(ProviderRows::row, SELECT + " and provider_id = ?", workspaceId, providerId).stream()
                .findFirst();
    }

    /** One, connected or not, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID providerId) {
        return statements
                .read(ProviderRows::row, SELECT + " and provider_id = ? for update", workspaceId, providerId)
                .stream()
                .findFirst();
    }

    /** Adds one of version 1. */
    public void add(UUID workspaceId, UUID providerId, Terms terms) {
        statements.change(
                """
                insert into frontless.identity_provider
                  (workspace_id, provider_id, label, issuer, client_id, secret_id, domains, role, admits, exclusive, max_age_minutes)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as integer))""",
                workspaceId,
                providerId,
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secretId(),
                terms.domains(),
                terms.role(),
                terms.admits(),
                terms.exclusive(),
                terms.maxAgeMinutes());
    }

    /** Replaces the terms; one that was disconnected is connected again. */
    public void change(UUID workspaceId, UUID providerId, Terms terms) {
        statements.change(
                """
                update frontless.identity_provider set label = ?, issuer = ?, client_id = ?, secret_id = ?, domains = ?, role = ?, admits = ?,
                  exclusive = ?, max_age_minutes = cast(? as integer), disconnected_at = null, version = version + 1
                where workspace_id = ? and provider_id = ?""",
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secretId(),
                terms.domains(),
                terms.role(),
                terms.admits(),
                terms.exclusive(),
                terms.maxAgeMinutes(),
                workspaceId,
                providerId);
    }

    /** Leaves a tombstone. */
    public void disconnect(UUID workspaceId, UUID providerId) {
        statements.change(
                "update frontless.identity_provider set disconnected_at = clock_timestamp(), version = version + 1"
                        + " where workspace_id = ? and provider_id = ?",
                workspaceId,
                providerId);
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
                        row.getBoolean(8),
                        row.getBoolean(9),
                        row.getObject(10, Integer.class)),
                row.getLong(11),
                row.getBoolean(12));
    }
}
