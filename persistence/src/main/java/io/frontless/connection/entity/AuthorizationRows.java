package io.frontless.connection.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Browsers on their way to a provider of another service. */
@Dependent
public class AuthorizationRows {

    private final Statements statements;

    @Inject
    public AuthorizationRows(Statements statements) {
        this.statements = statements;
    }

    /** Who went, and in which session. */
    public record Visitor(UUID accountId, UUID sessionId) {}

    /** What for: another connection, or one that is there and has lapsed. */
    public record Aim(UUID providerId, int level, @Nullable UUID connectionId, String label) {}

    /** An authorization that has begun. */
    public record Row(Aim aim, Visitor visitor, String verifier, Instant expiresAt) {}

    /** Adds one, and forgets those of the workspace that nobody finished. */
    public void add(UUID workspaceId, byte[] stateHash, Row row, Instant now) {
        statements.change(
                "delete from frontless.connection_authorization where workspace_id = ? and expires_at < ?",
                workspaceId,
                now.atOffset(ZoneOffset.UTC));
        statements.change(
                """
                insert into frontless.connection_authorization
                  (workspace_id, state_hash, provider_id, level, connection_id, label, account_id, session_id, verifier, expires_at)
                values (?, ?, ?, ?, cast(? as uuid), ?, ?, ?, ?, ?)""",
                workspaceId,
                stateHash,
                row.aim().providerId(),
                row.aim().level(),
                row.aim().connectionId(),
                row.aim().label(),
                row.visitor().accountId(),
                row.visitor().sessionId(),
                row.verifier(),
                row.expiresAt().atOffset(ZoneOffset.UTC));
    }

    /** Takes one away, whoever asks first. */
    public Optional<Row> take(UUID workspaceId, byte[] stateHash) {
        return statements
                .read(
                        row -> new Row(
                                new Aim(
                                        row.getObject(1, UUID.class),
                                        row.getInt(2),
                                        row.getObject(3, UUID.class),
                                        row.getString(4)),
                                new Visitor(row.getObject(5, UUID.class), row.getObject(6, UUID.class)),
                                row.getString(7),
                                row.getObject(8, OffsetDateTime.class).toInstant()),
                        "delete from frontless.connection_authorization where workspace_id = ? and state_hash = ?"
                                + " returning provider_id, level, connection_id, label, account_id, session_id, verifier, expires_at",
                        workspaceId,
                        stateHash)
                .stream()
                .findFirst();
    }
}
