package io.frontless.identity.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

/** Reads and writes sign-ins that wait for their second factor, in a transaction of their account. Only hashes of their tokens are kept. */
@Dependent
public class PendingSignIns {

    private static final String OPEN =
            " where account_id = ? and token_hash = ? and used_at is null and expires_at > ?";

    private final Statements statements;

    @Inject
    public PendingSignIns(Statements statements) {
        this.statements = statements;
    }

    /** Adds one, and forgets those that nobody went on with. */
    public void add(UUID accountId, byte[] tokenHash, Instant now, Instant expiresAt) {
        statements.change(
                "delete from frontless.pending_sign_in where account_id = ? and expires_at < ?",
                accountId,
                now.atOffset(ZoneOffset.UTC));
        statements.change(
                "insert into frontless.pending_sign_in (account_id, token_hash, expires_at) values (?, ?, ?)",
                accountId,
                tokenHash,
                expiresAt.atOffset(ZoneOffset.UTC));
    }

    /** Whether one can be gone on with. */
    public boolean isOpen(UUID accountId, byte[] tokenHash, Instant now) {
        return !statements
                .read(
                        row -> row.getObject(1),
                        "select account_id from frontless.pending_sign_in" + OPEN,
                        accountId,
                        tokenHash,
                        now.atOffset(ZoneOffset.UTC))
                .isEmpty();
    }

    /** Uses one up; false where somebody else was first. */
    public boolean use(UUID accountId, byte[] tokenHash, Instant now) {
        return statements.change(
                        "update frontless.pending_sign_in set used_at = ?" + OPEN,
                        now.atOffset(ZoneOffset.UTC),
                        accountId,
                        tokenHash,
                        now.atOffset(ZoneOffset.UTC))
                == 1;
    }
}
