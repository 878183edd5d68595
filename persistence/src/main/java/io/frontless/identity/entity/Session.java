package io.frontless.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed-in session: only the hash of its token is kept. */
@Entity
@Table(name = "session")
public class Session {

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "used_at")
    private Instant usedAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    protected Session() {}

    public Session(byte[] tokenHash, UUID accountId, Instant now, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.accountId = accountId;
        this.usedAt = now;
        this.expiresAt = expiresAt;
    }

    /** Ends it. */
    public void end(Instant now) {
        endedAt = now;
    }
}
