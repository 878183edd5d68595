package io.frontless.schema.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Permission;
import io.frontless.operation.ViewSpec;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.EntityDefinition;
import io.frontless.schema.entity.FieldDefinition;
import io.frontless.schema.entity.PartDefinition;
import io.frontless.schema.entity.Parts;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads the schema inside somebody else's transaction, which has entered the workspace and authorized the caller. */
@Dependent
public class SchemaReader {

    private final Definitions definitions;
    private final Parts parts;
    private final SchemaMemo memo;
    private final SchemaCache cache;

    @Inject
    public SchemaReader(Definitions definitions, Parts parts, SchemaMemo memo, SchemaCache cache) {
        this.cache = cache;
        this.definitions = definitions;
        this.parts = parts;
        this.memo = memo;
    }

    /** The whole schema. */
    public SchemaView schema(UUID workspaceId) {
        Map<String, List<FieldDefinition>> fields =
                definitions.fields(workspaceId).stream().collect(Collectors.groupingBy(FieldDefinition::entity));
        Map<String, List<PartDefinition>> constraints = parts.all(workspaceId, PartKind.CONSTRAINT.wireName()).stream()
                .collect(Collectors.groupingBy(part -> part.name().entity()));
        List<EntityDefinition> all = definitions.entities(workspaceId);
        return new SchemaView(
                all.stream()
                        .filter(entity -> !entity.deleted())
                        .map(entity -> view(
                                entity,
                                fields.getOrDefault(entity.entity(), List.of()),
                                constraints.getOrDefault(entity.entity(), List.of()),
                                List.of()))
                        .toList(),
                all.stream().map(EntityDefinition::entity).collect(Collectors.toSet()));
    }

    /** One living entity; NOT_FOUND otherwise. */
    public EntityView entity(UUID workspaceId, String key) {
        return find(workspaceId, key).orElseThrow(() -> Rejection.notFound("entity", key));
    }

    /** One living entity as the caller may see it; what they may not read is answered as what does not exist. */
    public EntityView readable(Caller caller, String key) {
        if (!caller.access().allows(Permission.READ, key)) {
            throw Rejection.notFound("entity", key);
        }
        return entity(caller.workspaceId(), key).without(caller.access().hidden(key));
    }

    /** The whole schema as the caller may see it; which keys are taken is for those to know who may take one. */
    public SchemaView readable(Caller caller) {
        Access access = caller.access();
        SchemaView all = schema(caller.workspaceId());
        List<EntityView> readable = all.entities().stream()
                .filter(entity -> access.allows(Permission.READ, entity.key()))
                .map(entity -> entity.without(access.hidden(entity.key())))
                .toList();
        return new SchemaView(
                readable,
                access.allows(Permission.SCHEMA, null)
                        ? all.takenKeys()
                        : readable.stream().map(EntityView::key).collect(Collectors.toSet()));
    }

    /** One living entity, if there is one. */
    public Optional<EntityView> find(UUID workspaceId, String key) {
        return memo.entity(
                key,
                () -> memo.changed()
                        ? read(workspaceId, key)
                        : cached(workspaceId, key, definitions.stamp(workspaceId, key)));
    }

    /**
     * One living entity for somebody who writes its records: its schema stays as it is until the transaction ends, so that no record slips past
     * a rule that is being made.
     */
    public EntityView entityToWrite(UUID workspaceId, String key) {
        if (memo.holds(key)) {
            return entity(workspaceId, key);
        }
        Optional<UUID> stamp = definitions.holdEntity(workspaceId, key);
        memo.forget(key);
        return memo.entity(key, () -> memo.changed() ? read(workspaceId, key) : cached(workspaceId, key, stamp))
                .orElseThrow(() -> Rejection.notFound("entity", key));
    }

    /** The living views of an entity, by label. */
    public List<ViewSpec> views(UUID workspaceId, String key) {
        return parts.of(workspaceId, key, PartKind.VIEW.wireName()).stream()
                .filter(part -> !part.deleted())
                .map(PartKind::view)
                .toList();
    }

    /** An entity as it is or, where it is deleted, would be; it must have existed. */
    EntityView evenDeleted(UUID workspaceId, String key) {
        return definitions
                .entity(workspaceId, key)
                .map(entity -> view(
                        entity,
                        definitions.fields(workspaceId, key),
                        parts.of(workspaceId, key, PartKind.CONSTRAINT.wireName()),
                        views(workspaceId, key)))
                .orElseThrow(() -> Rejection.notFound("entity", key));
    }

    /** Forgets what this transaction has read; to be called before the schema is changed. */
    void forget() {
        memo.forget();
    }

    private Optional<EntityView> cached(UUID workspaceId, String key, Optional<UUID> stamp) {
        if (stamp.isEmpty()) {
            return Optional.empty();
        }
        SchemaCache.Key state = new SchemaCache.Key(workspaceId, key, stamp.get());
        Optional<EntityView> known = cache.find(state);
        if (known.isPresent()) {
            return known;
        }
        Optional<EntityView> read = read(workspaceId, key);
        // What was read may be newer than the stamp, where nothing holds the entity; then it is not kept under it.
        if (definitions.stamp(workspaceId, key).equals(stamp)) {
            read.ifPresent(entity -> cache.put(state, entity));
        }
        return read;
    }

    private Optional<EntityView> read(UUID workspaceId, String key) {
        return definitions
                .entity(workspaceId, key)
                .filter(entity -> !entity.deleted())
                .map(entity -> evenDeleted(workspaceId, key));
    }

    private static EntityView view(
            EntityDefinition entity,
            List<FieldDefinition> fields,
            List<PartDefinition> constraints,
            List<ViewSpec> views) {
        List<FieldSpec> living =
                fields.stream().filter(field -> !field.deleted()).map(Specs::of).toList();
        List<ConstraintSpec> rules = constraints.stream()
                .filter(part -> !part.deleted())
                .map(PartKind::constraint)
                .toList();
        return new EntityView(
                entity.entity(), entity.label(), entity.version(), living, rules, ViewOrders.of(living, views));
    }
}
