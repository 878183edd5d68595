package io.frontless.schema.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.Params;
import io.frontless.schema.entity.Definitions;
import io.frontless.schema.entity.PartDefinition;
import io.frontless.schema.entity.Parts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a view or a constraint is, in the form that events keep; what their handlers share. */
@Dependent
public class PartState {

    private final Definitions definitions;
    private final Parts parts;
    private final SchemaReader schema;
    private final FieldContents contents;

    @Inject
    public PartState(Definitions definitions, Parts parts, SchemaReader schema, FieldContents contents) {
        this.contents = contents;
        this.definitions = definitions;
        this.parts = parts;
        this.schema = schema;
    }

    /** The living entity that a part belongs to, locked: whoever changes its schema or writes its records waits here. */
    EntityView lockEntity(Execution execution, String entity) {
        boolean lives = definitions
                .lockEntity(execution.workspaceId(), entity)
                .filter(found -> !found.deleted())
                .isPresent();
        if (!lives) {
            throw Rejection.notFound("entity", entity);
        }
        return schema.entity(execution.workspaceId(), entity);
    }

    /** Keeps records in the orders that the views, which have just changed, ask for; {@code before} is the entity as it was. */
    void reorder(UUID workspaceId, EntityView before) {
        contents.reorder(workspaceId, before, schema.entity(workspaceId, before.key()));
    }

    /** A living part of the version that the step relies on. */
    PartDefinition living(Execution execution, PartDefinition.Name name) {
        PartDefinition found = any(execution, name);
        if (found.deleted()) {
            throw Rejection.notFound(name.kind(), name.part());
        }
        return found;
    }

    /** A deleted part of the version that the step relies on. */
    PartDefinition deleted(Execution execution, PartDefinition.Name name) {
        PartDefinition found = any(execution, name);
        if (!found.deleted()) {
            throw Rejection.conflict(name.kind(), "a deleted one", name.part() + ", which is not");
        }
        return found;
    }

    /** Refuses a key that was used, and more parts than an entity can have. */
    void requireNew(UUID workspaceId, PartDefinition.Name name) {
        if (parts.find(workspaceId, name).isPresent()) {
            throw Rejection.conflict(name.kind(), "a key that was never used in " + name.entity(), name.part());
        }
        requireRoom(workspaceId, name);
    }

    /** Refuses more parts than an entity can have. */
    void requireRoom(UUID workspaceId, PartDefinition.Name name) {
        long living = parts.of(workspaceId, name.entity(), name.kind()).stream()
                .filter(part -> !part.deleted())
                .count();
        if (living >= Limits.ENTITY_PARTS_MAX) {
            throw Rejection.conflict(name.kind(), "at most " + Limits.ENTITY_PARTS_MAX + " of an entity", living + 1);
        }
    }

    /** Refuses a label that another living part of this kind has: nobody could tell the two apart. */
    void requireFreeLabel(UUID workspaceId, PartDefinition.Name name, String label) {
        for (PartDefinition other : parts.of(workspaceId, name.entity(), name.kind())) {
            if (!other.deleted() && !other.name().equals(name) && other.label().equalsIgnoreCase(label)) {
                throw Rejection.conflict(
                        "label", "one that no other " + name.kind() + " of " + name.entity() + " has", label);
            }
        }
    }

    /** Refuses as what {@code faults} say. */
    static void requireNone(List<Rejection.Detail> faults, boolean present) {
        if (!faults.isEmpty()) {
            Rejection.Detail first = faults.get(0);
            throw new Rejection(
                    present ? Reason.CONFLICT : Reason.INVALID,
                    first.field() + ": expected " + first.expected() + ", found " + first.found(),
                    faults);
        }
    }

    /** Refuses a constraint that records break already. */
    void requireDiffering(UUID workspaceId, FieldContents contents, EntityView entity, ConstraintSpec constraint) {
        FieldContents.Survey shared = contents.shared(workspaceId, entity, constraint);
        if (shared.count() > 0) {
            throw new Rejection(
                    Reason.CONFLICT,
                    constraint.label() + ": expected values in " + constraint.fields() + " that differ, found "
                            + shared.count() + " records with those of another",
                    shared.examples().stream()
                            .map(example -> new Rejection.Detail(example.title(), "values of its own", example.value()))
                            .toList());
        }
    }

    Present present(PartKind kind, EventView event, Execution execution) {
        String entity = Objects.requireNonNull(event.entity());
        return parts.find(execution.workspaceId(), kind.named(entity, keyOf(event)))
                .map(part -> new Present(part.deleted() ? null : state(part), part.version()))
                .orElseGet(Present::nothing);
    }

    /** The key of the part that an event speaks of. */
    static String keyOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).text("key");
    }

    static Map<String, @Nullable Object> state(PartDefinition part) {
        return Json.readObject(part.content());
    }

    /** A part's change to its next version; {@code version} is that. */
    static Change change(
            PartDefinition part,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {
        PartDefinition.Name name = part.name();
        return new Change(
                Change.Subject.field(name.entity(), name.kind() + ":" + name.part()),
                part.label(),
                before,
                after,
                version,
                0,
                Map.of());
    }

    private PartDefinition any(Execution execution, PartDefinition.Name name) {
        PartDefinition found = parts.find(execution.workspaceId(), name)
                .orElseThrow(() -> Rejection.notFound(name.kind(), name.part()));
        execution.requireVersion(name.entity() + "." + name.part(), found.version());
        return found;
    }
}
