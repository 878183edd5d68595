package io.frontless.schema.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A view or a constraint of an entity; {@code content} is a JSON object. */
@Entity
@Table(name = "entity_part")
@IdClass(PartDefinition.Key.class)
public class PartDefinition {

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "entity")
    private String entity;

    @Id
    @Column(name = "kind")
    private String kind;

    @Id
    @Column(name = "part")
    private String part;

    @Column(name = "label")
    private String label;

    @Column(name = "content")
    private String content;

    @Column(name = "version")
    private long version;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** Which part of an entity. */
    public record Name(String entity, String kind, String part) {}

    /** The primary key. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID workspaceId;
        private @Nullable String entity;
        private @Nullable String kind;
        private @Nullable String part;

        /** For the persistence provider. */
        public Key() {}

        public Key(UUID workspaceId, Name name) {
            this.workspaceId = workspaceId;
            this.entity = name.entity();
            this.kind = name.kind();
            this.part = name.part();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(workspaceId, key.workspaceId)
                    && Objects.equals(entity, key.entity)
                    && Objects.equals(kind, key.kind)
                    && Objects.equals(part, key.part);
        }

        @Override
        public int hashCode() {
            return Objects.hash(workspaceId, entity, kind, part);
        }
    }

    protected PartDefinition() {}

    public PartDefinition(UUID workspaceId, Name name, String label, String content) {
        this.workspaceId = workspaceId;
        this.entity = name.entity();
        this.kind = name.kind();
        this.part = name.part();
        this.label = label;
        this.content = content;
        this.version = 1;
    }

    public Name name() {
        return new Name(entity, kind, part);
    }

    public String label() {
        return label;
    }

    public String content() {
        return content;
    }

    public long version() {
        return version;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    /** Replaces what it is. */
    public void change(String newLabel, String newContent) {
        label = newLabel;
        content = newContent;
        version++;
    }

    /** Leaves a tombstone. */
    public void delete(Instant now) {
        deletedAt = now;
        version++;
    }

    /** Takes the tombstone away. */
    public void restore() {
        deletedAt = null;
        version++;
    }
}
