package io.frontless.engine.entity;

import io.frontless.workspace.entity.NullableUuid;
import io.frontless.workspace.entity.TenantKey;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan: its steps and the preview it was proposed with, as JSON. */
@Entity
@Table(name = "plan")
@IdClass(TenantKey.class)
public class StoredPlan {

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "plan_id")
    private UUID id;

    @Column(name = "conversation_id")
    @Convert(converter = NullableUuid.class)
    private @Nullable UUID conversationId;

    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "summary")
    private String summary;

    @Column(name = "steps")
    private String steps;

    @Column(name = "preview")
    private String preview;

    @Column(name = "hash")
    private String hash;

    @Column(name = "status")
    private String status;

    @Column(name = "idempotency_key")
    private @Nullable String idempotencyKey;

    @Column(name = "body_hash")
    private @Nullable String bodyHash;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    /** Whose plan it is. */
    public record Origin(
            UUID workspaceId,
            UUID planId,
            UUID accountId,
            @Nullable UUID conversationId) {}

    /** What it says. */
    public record Content(String summary, String steps, String preview, String hash) {}

    /** The key by which a client repeats a request, with the hash of that request. */
    public record Idempotency(String key, String bodyHash) {}

    /** From when to when it can be executed. */
    public record Lifetime(Instant createdAt, Instant expiresAt) {}

    protected StoredPlan() {}

    public StoredPlan(Origin origin, Content content, @Nullable Idempotency idempotency, Lifetime lifetime) {
        this.workspaceId = origin.workspaceId();
        this.id = origin.planId();
        this.accountId = origin.accountId();
        this.conversationId = origin.conversationId();
        this.summary = content.summary();
        this.steps = content.steps();
        this.preview = content.preview();
        this.hash = content.hash();
        this.status = "PROPOSED";
        this.idempotencyKey = idempotency == null ? null : idempotency.key();
        this.bodyHash = idempotency == null ? null : idempotency.bodyHash();
        this.createdAt = lifetime.createdAt();
        this.expiresAt = lifetime.expiresAt();
    }

    public Origin origin() {
        return new Origin(workspaceId, id, accountId, conversationId);
    }

    public Content content() {
        return new Content(summary, steps, preview, hash);
    }

    public Lifetime lifetime() {
        return new Lifetime(createdAt, expiresAt);
    }

    public @Nullable String bodyHash() {
        return bodyHash;
    }

    public String status() {
        return status;
    }

    /** Lets it be executed until then. */
    public void keep(Instant until) {
        expiresAt = until;
    }

    /** Moves it on from PROPOSED to EXECUTED or DISCARDED. */
    public void become(String newStatus) {
        status = newStatus;
    }
}
