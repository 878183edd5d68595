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

/** A field of an entity; {@code options} is a JSON array in an object, {@code rules} a JSON object. */
@Entity
@Table(name = "field")
@IdClass(FieldDefinition.Key.class)
public class FieldDefinition {

    @Id
    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Id
    @Column(name = "entity")
    private String entity;

    @Id
    @Column(name = "field")
    private String field;

    @Column(name = "position")
    private int position;

    @Column(name = "label")
    private String label;

    @Column(name = "type")
    private String type;

    @Column(name = "required")
    private boolean required;

    @Column(name = "is_unique")
    private boolean unique;

    @Column(name = "options")
    private String options;

    @Column(name = "rules")
    private String rules;

    @Column(name = "target")
    private @Nullable String target;

    @Column(name = "version")
    private long version;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** The primary key. */
    public static final class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private @Nullable UUID workspaceId;
        private @Nullable String entity;
        private @Nullable String field;

        /** For the persistence provider. */
        public Key() {}

        public Key(UUID workspaceId, String entity, String field) {
            this.workspaceId = workspaceId;
            this.entity = entity;
            this.field = field;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key
                    && Objects.equals(workspaceId, key.workspaceId)
                    && Objects.equals(entity, key.entity)
                    && Objects.equals(field, key.field);
        }

        @Override
        public int hashCode() {
            return Objects.hash(workspaceId, entity, field);
        }
    }

    /** What may change about a field. */
    public record Traits(String label, boolean required, boolean unique, String options, String rules) {}

    /** What only a conversion or a move changes. */
    public record Nature(String type, @Nullable String target, int position) {}

    protected FieldDefinition() {}

    public FieldDefinition(UUID workspaceId, String entity, String field, Nature nature, Traits traits) {
        this.workspaceId = workspaceId;
        this.entity = entity;
        this.field = field;
        this.position = nature.position();
        this.type = nature.type();
        this.target = nature.target();
        this.label = traits.label();
        this.required = traits.required();
        this.unique = traits.unique();
        this.options = traits.options();
        this.rules = traits.rules();
        this.version = 1;
    }

    public String entity() {
        return entity;
    }

    public String field() {
        return field;
    }

    public int position() {
        return position;
    }

    public String type() {
        return type;
    }

    public @Nullable String target() {
        return target;
    }

    public Traits traits() {
        return new Traits(label, required, unique, options, rules);
    }

    public long version() {
        return version;
    }

    public boolean deleted() {
        return deletedAt != null;
    }

    /** Replaces what may change. */
    public void change(Traits traits) {
        label = traits.label();
        required = traits.required();
        unique = traits.unique();
        options = traits.options();
        rules = traits.rules();
        version++;
    }

    /** Gives it another type, with what goes with that. */
    public void convert(String newType, @Nullable String newTarget, Traits traits) {
        type = newType;
        target = newTarget;
        change(traits);
    }

    /** Puts it elsewhere among its entity's fields; no change of the field itself. */
    public void move(int newPosition) {
        position = newPosition;
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
