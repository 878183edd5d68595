package io.frontless.identity.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person who can sign in; nothing is open to them before their address is verified. */
@Entity
@Table(name = "account")
public class Account {

    @Id
    @Column(name = "account_id")
    private UUID id;

    @Column(name = "email")
    private String email;

    @Column(name = "name")
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "verified_at")
    private @Nullable Instant verifiedAt;

    protected Account() {}

    public Account(UUID id, String email, String name, String passwordHash) {
        this.id = id;
        this.email = email;
        this.name = name;
        this.passwordHash = passwordHash;
    }

    public UUID id() {
        return id;
    }

    public String email() {
        return email;
    }

    public String name() {
        return name;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public boolean verified() {
        return verifiedAt != null;
    }

    /** Marks the address as the person's own. */
    public void verify(Instant now) {
        verifiedAt = now;
    }

    /** Takes what a later registration of a still unverified address says: only who reads its mail can finish either. */
    public void registerAgain(String newName, String newPasswordHash) {
        name = newName;
        passwordHash = newPasswordHash;
    }
}
