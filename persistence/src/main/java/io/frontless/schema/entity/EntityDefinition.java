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

/** A type of record. */
@Entity
@Table(name = "entity")
@IdClass(EntityDefinition.Key.class)
public class EntityDefinition {

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "entity")
    private String entity;

    @Column(name = "label")
    private String label;

    @Column(name = "version")
    private long version;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** The primary key. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID workspaceId;
        private @Nullable String entity;

        /** For the persistence provider. */
        public Key() {}

        public Key(UUID workspaceId, String entity) {
            this.workspaceId = workspaceId;
            this.entity = entity;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(workspaceId, key.workspaceId)
                    && Objects.equals(entity, key.entity);
        }

        @Override
        public int hashCode() {
            return Objects.hash(workspaceId, entity);
        }
    }

    protected EntityDefinition() {}

    public EntityDefinition(UUID workspaceId, String entity, String label) {
        this.workspaceId = workspaceId;
        this.entity = entity;
        this.label = label;
        this.version = 1;
    }

    public String entity() {
        return entity;
    }

    public String label() {
        return label;
    }

    public long version() {
        return version;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    /** Changes the label. */
    public void relabel(String newLabel) {
        label = newLabel;
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
