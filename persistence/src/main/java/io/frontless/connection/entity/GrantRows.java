package io.frontless.connection.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes what providers have granted. */
@Dependent
public class GrantRows {

    private static final String SELECT =
            "select secret_id, provider_id, level, renew_at, expires_at, retry_at, refused, renewals"
                    + " from frontless.connection_grant where workspace_id = ? and secret_id = ?";

    private final Statements statements;

    @Inject
    public GrantRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * A grant.
     *
     * @param life of the access token
     * @param retryAt until then the provider is left alone, since it has failed; null where it has not
     * @param refused whether it is good for nothing any more, as the provider has said or shown
     * @param renewals how often it was renewed
     */
    public record Row(
            UUID secretId,
            UUID providerId,
            int level,
            Life life,
            @Nullable Instant retryAt,
            boolean refused,
            long renewals) {}

    /** How long an access token is good, and when it is renewed. */
    public record Life(Instant renewAt, Instant expiresAt) {}

    /** One as it is at this moment. */
    public Optional<Row> find(UUID workspaceId, UUID secretId) {
        return statements.read(GrantRows::row, SELECT, workspaceId, secretId).stream()
                .findFirst();
    }

    /** One, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID secretId) {
        return statements.read(GrantRows::row, SELECT + " for update", workspaceId, secretId).stream()
                .findFirst();
    }

    /** Waits until this transaction alone may renew a grant, until its end; false where it took too long. */
    public boolean holdRenewal(UUID secretId) {
        return statements
                .read(row -> row.getBoolean(1), "select frontless.hold_renewal(?)", secretId)
                .get(0);
    }

    /** Adds one whose tokens are kept already. */
    public void add(UUID workspaceId, UUID secretId, UUID providerId, int level, Life life) {
        statements.change("""
                insert into frontless.connection_grant (workspace_id, secret_id, provider_id, level, renew_at, expires_at)
                values (?, ?, ?, ?, ?, ?)""", workspaceId, secretId, providerId, level, at(life.renewAt()), at(life.expiresAt()));
    }

    /** Notes that its tokens were renewed. */
    public void renewed(UUID workspaceId, UUID secretId, Life life) {
        statements.change(
                "update frontless.connection_grant set renew_at = ?, expires_at = ?, retry_at = null, renewals = renewals + 1"
                        + " where workspace_id = ? and secret_id = ?",
                at(life.renewAt()),
                at(life.expiresAt()),
                workspaceId,
                secretId);
    }

    /** Notes that the provider failed. */
    public void failed(UUID workspaceId, UUID secretId, Instant retryAt) {
        statements.change(
                "update frontless.connection_grant set retry_at = ? where workspace_id = ? and secret_id = ?",
                at(retryAt),
                workspaceId,
                secretId);
    }

    /** Notes that the provider takes it no more. */
    public void refused(UUID workspaceId, UUID secretId) {
        statements.change(
                "update frontless.connection_grant set refused = true where workspace_id = ? and secret_id = ?",
                workspaceId,
                secretId);
    }

    /** Forgets one. */
    public void delete(UUID workspaceId, UUID secretId) {
        statements.change(
                "delete from frontless.connection_grant where workspace_id = ? and secret_id = ?",
                workspaceId,
                secretId);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime retryAt = row.getObject(6, OffsetDateTime.class);
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                new Life(
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                retryAt == null ? null : retryAt.toInstant(),
                row.getBoolean(7),
                row.getLong(8));
    }
}
