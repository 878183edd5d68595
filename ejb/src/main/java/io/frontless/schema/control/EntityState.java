package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.EntityDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an entity is, in the form that events keep; what the four entity handlers share. */
@Dependent
public class EntityState {

    private final Definitions definitions;

    @Inject
    public EntityState(Definitions definitions) {
        this.definitions = definitions;
    }

    /** A living entity, locked, of the version that the step relies on. */
    EntityDefinition lockLiving(Execution execution, String key) {
        EntityDefinition entity = lock(execution, key);
        if (entity.deleted()) {
            throw Rejection.notFound("entity", key);
        }
        return entity;
    }

    /** A deleted entity, locked, of the version that the step relies on. */
    EntityDefinition lockDeleted(Execution execution, String key) {
        EntityDefinition entity = lock(execution, key);
        if (!entity.deleted()) {
            throw Rejection.conflict("entity", "a deleted one", key + ", which is not");
        }
        return entity;
    }

    /** Refuses a label that a living entity has: nobody could tell the two apart. */
    void requireFreeLabel(UUID workspaceId, String key, String label) {
        for (EntityDefinition other : definitions.entities(workspaceId)) {
            boolean same = other.label().toLowerCase(Locale.ROOT).equals(label.toLowerCase(Locale.ROOT));
            if (same && !other.deleted() && !other.entity().equals(key)) {
                throw Rejection.conflict("label", "one that no other entity has", label);
            }
        }
    }

    Present present(UUID workspaceId, @Nullable String key) {
        return key == null
                ? Present.nothing()
                : definitions
                        .entity(workspaceId, key)
                        .map(entity ->
                                new Present(entity.deleted() ? null : state(workspaceId, entity), entity.version()))
                        .orElseGet(Present::nothing);
    }

    Map<String, @Nullable Object> state(UUID workspaceId, EntityDefinition entity) {
        return state(entity.label(), fields(workspaceId, entity.entity()));
    }

    /** The fields of an entity that are not deleted themselves, whether it is or not. */
    List<FieldSpec> fields(UUID workspaceId, String key) {
        return definitions.fields(workspaceId, key).stream()
                .filter(field -> !field.deleted())
                .map(Specs::of)
                .toList();
    }

    static Map<String, @Nullable Object> state(String label, List<FieldSpec> fields) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("label", label);
        state.put("fields", fields.stream().map(FieldSpec::params).toList());
        return state;
    }

    /** An entity's next change. */
    static Change change(
            EntityDefinition entity,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long rows) {
        return new Change(
                Change.Subject.entity(entity.entity()),
                entity.label(),
                before,
                after,
                entity.version() + 1,
                rows,
                Map.of());
    }

    private EntityDefinition lock(Execution execution, String key) {
        EntityDefinition entity = definitions
                .lockEntity(execution.workspaceId(), key)
                .orElseThrow(() -> Rejection.notFound("entity", key));
        execution.requireVersion(key, entity.version());
        return entity;
    }
}
