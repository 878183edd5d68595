package io.frontless.record.control;

import io.frontless.engine.control.Execution;
import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Permission;
import io.frontless.record.entity.StoredRecord;
import io.frontless.record.entity.TypedValues.Unique;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller's role allows with which records; inside somebody else's transaction. */
@Dependent
public class RecordAccess {

    private static final TypedFilter EVERYTHING = new TypedFilter.All(List.of());

    private final SchemaReader schema;
    private final WorkingSet records;
    private final Clock clock;

    @Inject
    public RecordAccess(SchemaReader schema, WorkingSet records, Clock clock) {
        this.schema = schema;
        this.records = records;
        this.clock = clock;
    }

    /** Which records of an entity the role allows this for; none where it allows it not at all. Whatever is allowed, only what may be read. */
    public TypedFilter filter(Caller caller, Permission permission, String entity) {
        TypedFilter read = given(caller, Permission.READ, entity);
        if (permission == Permission.READ || read.equals(given(caller, permission, entity))) {
            return read;
        }
        TypedFilter given = given(caller, permission, entity);
        return read.equals(EVERYTHING) ? given : new TypedFilter.All(List.of(read, given));
    }

    /** Whether the role allows this for every record of the entity. */
    public boolean allowsAll(Caller caller, Permission permission, String entity) {
        return filter(caller, permission, entity).equals(EVERYTHING);
    }

    /** Whether the role allows this for a record of the entity with these values. */
    public boolean allows(Caller caller, Permission permission, String entity, Map<String, @Nullable Object> values) {
        TypedFilter filter = given(caller, permission, entity);
        return filter.equals(EVERYTHING) || check(caller).meets(filter, values);
    }

    /**
     * Refuses as DENIED what the role does not allow with this record, as it is and as it becomes; null for one that is not there. Whether the
     * caller may know of the record is asked before, where it is looked up.
     */
    void requireAllowed(
            Execution execution,
            Permission permission,
            EntityView entity,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        Caller caller = execution.caller();
        boolean allowed = (before == null || allows(caller, permission, entity.key(), before))
                && (after == null || allows(caller, permission, entity.key(), after));
        if (!allowed || (permission == Permission.CREATE && after != null && lacksHidden(caller, entity, after))) {
            throw new Rejection(
                    Reason.DENIED,
                    "your role in this workspace does not allow this (" + permission + ") for this record");
        }
    }

    /** A required field that the caller cannot know of must not be asked for by its name. */
    private static boolean lacksHidden(Caller caller, EntityView entity, Map<String, @Nullable Object> values) {
        return caller.access().hidden(entity.key()).stream()
                .flatMap(key -> entity.field(key).stream())
                .anyMatch(field -> field.required() && values.get(field.key()) == null);
    }

    /** An entity that a caller's own filter may lead through: one of which they may read every record. */
    EntityView passable(Caller caller, String key) {
        boolean all = given(caller, Permission.READ, key).equals(EVERYTHING);
        if (!all) {
            throw Rejection.notFound("entity", key);
        }
        return schema.readable(caller, key);
    }

    private TypedFilter given(Caller caller, Permission permission, String entity) {
        Access access = caller.access();
        if (!access.allows(permission, entity)) {
            return new TypedFilter.Any(List.of());
        }
        Filter filter = access.filter(permission, entity);
        if (filter.equals(Filter.everything())) {
            return EVERYTHING;
        }
        List<TypedFilter> alternatives = new ArrayList<>();
        List<Filter> parts = filter instanceof Filter.Any any ? any.parts() : List.of(filter);
        parts.forEach(part -> typed(caller, entity, part).ifPresent(alternatives::add));
        return new TypedFilter.Any(alternatives);
    }

    /** A grant that speaks of what was deleted since gives nothing until that comes back. */
    private Optional<TypedFilter> typed(Caller caller, String entity, Filter filter) {
        UUID workspaceId = caller.workspaceId();
        try {
            Viewpoint view = new Viewpoint(workspaceId, caller.actor(), clock.instant());
            FilterValues values = new FilterValues(view, (field, title) -> titled(workspaceId, field, title));
            return Optional.of(new FilterTyping(key -> schema.entity(workspaceId, key), values)
                    .typed(schema.entity(workspaceId, entity), filter));
        } catch (Rejection gone) {
            return Optional.empty();
        }
    }

    private Optional<UUID> titled(UUID workspaceId, FieldSpec field, String title) {
        String target = String.valueOf(field.target());
        return schema.find(workspaceId, target)
                .flatMap(EntityView::titleField)
                .filter(FieldSpec::unique)
                .flatMap(first -> records.holder(workspaceId, new Unique(target, first.key(), TypedRow.folded(title))));
    }

    private FilterCheck check(Caller caller) {
        return new FilterCheck(id -> records.find(caller.workspaceId(), id)
                .filter(record -> !record.deleted())
                .map(StoredRecord::data)
                .map(Json::readObject));
    }
}
