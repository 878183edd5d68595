package io.frontless.event.entity;

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

/** An event of the append-only log, as read; {@link Events#append} writes. */
@Entity
@Table(name = "event")
@IdClass(TenantKey.class)
public class StoredEvent {

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "event_id")
    private UUID id;

    @Column(name = "seq", insertable = false, updatable = false)
    private @Nullable Long seq;

    @Column(name = "occurred_at", insertable = false, updatable = false)
    private @Nullable Instant occurredAt;

    @Column(name = "actor_kind")
    private String actorKind;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "actor_name")
    private String actorName;

    @Column(name = "action")
    private String action;

    @Column(name = "entity")
    private @Nullable String entity;

    @Column(name = "record_id")
    @Convert(converter = NullableUuid.class)
    private @Nullable UUID recordId;

    @Column(name = "before")
    private @Nullable String before;

    @Column(name = "after")
    private @Nullable String after;

    @Column(name = "version")
    private long version;

    @Column(name = "plan_id")
    @Convert(converter = NullableUuid.class)
    private @Nullable UUID planId;

    @Column(name = "conversation_id")
    @Convert(converter = NullableUuid.class)
    private @Nullable UUID conversationId;

    @Column(name = "undoes")
    @Convert(converter = NullableUuid.class)
    private @Nullable UUID undoes;

    /** Who did it. */
    public record By(String kind, UUID id, String name) {}

    /** What was done to what; before and after are JSON objects. */
    public record What(
            String action,
            @Nullable String entity,
            @Nullable UUID recordId,
            @Nullable String before,
            @Nullable String after,
            long version) {}

    /** In the course of what. */
    public record Cause(
            @Nullable UUID planId,
            @Nullable UUID conversationId,
            @Nullable UUID undoes) {}

    protected StoredEvent() {}

    public UUID workspaceId() {
        return workspaceId;
    }

    public UUID id() {
        return id;
    }

    /** The sequence; null until the row was read back. */
    public @Nullable Long seq() {
        return seq;
    }

    /** The time; null until the row was read back. */
    public @Nullable Instant occurredAt() {
        return occurredAt;
    }

    public By by() {
        return new By(actorKind, actorId, actorName);
    }

    public What what() {
        return new What(action, entity, recordId, before, after, version);
    }

    public Cause cause() {
        return new Cause(planId, conversationId, undoes);
    }
}
