package io.frontless.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A verification link that was mailed: only the hash of its token is kept. */
@Entity
@Table(name = "email_verification")
public class EmailVerification {

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected EmailVerification() {}

    public EmailVerification(byte[] tokenHash, UUID accountId, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.accountId = accountId;
        this.expiresAt = expiresAt;
    }

    public UUID accountId() {
        return accountId;
    }

    /** Whether it still works: unused and not expired. */
    public boolean usable(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** Uses it up. */
    public void use(Instant now) {
        usedAt = now;
    }
}
