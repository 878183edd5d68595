package io.frontless.federation.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Browsers on their way to a provider. */
@Dependent
public class ProviderSignInRows {

    private final Statements statements;

    @Inject
    public ProviderSignInRows(Statements statements) {
        this.statements = statements;
    }

    /** A sign-in that has begun; {@code browserHash} is in hexadecimal, {@code target} the page that the person wanted. */
    public record Row(
            UUID providerId, String browserHash, String nonce, String verifier, String target, Instant expiresAt) {}

    /** Adds one, and forgets those of the workspace that nobody finished. */
    public void add(UUID workspaceId, byte[] stateHash, Row row, Instant now) {
        statements.change(
                "delete from frontless.provider_sign_in where workspace_id = ? and expires_at < ?",
                workspaceId,
                now.atOffset(ZoneOffset.UTC));
        statements.change(
                """
                insert into frontless.provider_sign_in
                  (workspace_id, state_hash, provider_id, browser_hash, nonce, verifier, target, expires_at)
                values (?, ?, ?, decode(?, 'hex'), ?, ?, ?, ?)""",
                workspaceId,
                stateHash,
                row.providerId(),
                row.browserHash(),
                row.nonce(),
                row.verifier(),
                row.target(),
                row.expiresAt().atOffset(ZoneOffset.UTC));
    }

    /** Takes one away, whoever asks first. */
    public Optional<Row> take(UUID workspaceId, byte[] stateHash) {
        return statements
                .read(
                        row -> new Row(
                                row.getObject(1, UUID.class),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getObject(6, OffsetDateTime.class).toInstant()),
                        "delete from frontless.provider_sign_in where workspace_id = ? and state_hash = ?"
                                + " returning provider_id, encode(browser_hash, 'hex'), nonce, verifier, target, expires_at",
                        workspaceId,
                        stateHash)
                .stream()
                .findFirst();
    }
}
