package io.frontless.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A registration whose link was mailed: only the hash of its token is kept. */
@Entity
@Table(name = "registration")
public class PendingRegistration {

    @Id
    @Column(name = "token_hash")
    private byte[] tokenHash;

    @Column(name = "email")
    private String email;

    @Column(name = "name")
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    /** Who registers. */
    public record Registrant(String email, String name, String passwordHash) {}

    protected PendingRegistration() {}

    public PendingRegistration(byte[] tokenHash, Registrant registrant, Instant expiresAt) {
        this.tokenHash = tokenHash.clone();
        this.email = registrant.email();
        this.name = registrant.name();
        this.passwordHash = registrant.passwordHash();
        this.expiresAt = expiresAt;
    }

    public Registrant registrant() {
        return new Registrant(email, name, passwordHash);
    }

    /** Whether it can still be confirmed: unused and not expired. */
    public boolean open(Instant now) {
        return usedAt == null && now.isBefore(expiresAt);
    }

    /** Uses it up. */
    public void use(Instant now) {
        usedAt = now;
    }
}
