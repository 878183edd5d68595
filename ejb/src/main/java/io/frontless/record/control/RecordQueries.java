package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.operation.Values;
import io.frontless.record.entity.RecordCounts;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Found;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads records. */
@Stateless
@InWorkspace
public class RecordQueries {

    @Inject
    Records records;

    @Inject
    RecordCounts counts;

    @Inject
    SchemaReader schema;

    @Inject
    References references;

    @Inject
    SearchBuilder searches;

    @Inject
    RecordAccess access;

    /** The records of the query, of those that the caller may read. */
    public List<RecordView> find(Caller caller, RecordQuery query) {
        return find(caller, query, Permission.READ);
    }

    /** The records of the query, of those that the caller may read and for which they have a permission: EXPORT, for one who takes them away. */
    public List<RecordView> find(Caller caller, RecordQuery query, Permission permission) {
        EntityView entity = schema.readable(caller, query.entity());
        caller.require(permission, query.entity());
        List<Found> allowed = allowed(caller, entity, query, permission);
        return views(caller, entity, allowed);
    }

    /** How many records that the caller may read meet the query's conditions, whatever its page. */
    public long count(Caller caller, RecordQuery query) {
        EntityView entity = schema.readable(caller, query.entity());
        RecordSearch search = searches.search(caller, entity, query, false);
        return access.allowsAll(caller, Permission.READ, entity.key())
                ? search.count()
                : search.page(Limits.PLAN_ROWS_MAX, 0).stream()
                        .filter(found -> allows(caller, Permission.READ, entity, found))
                        .count();
    }

    /** One living record; NOT_FOUND where the entity has none of this id that the caller may read. */
    public RecordView record(Caller caller, String entityKey, UUID id) {
        EntityView entity = schema.readable(caller, entityKey);
        StoredRecord record = records.find(caller.workspaceId(), id)
                .filter(found -> found.entity().equals(entityKey) && !found.deleted())
                .filter(found -> access.allows(caller, Permission.READ, entityKey, RecordState.values(found)))
                .orElseThrow(() -> Rejection.notFound("record", id));
        Found found = new Found(record.id(), record.version(), record.data());
        return views(caller, entity, List.of(found)).get(0);
    }

    /** How many living records that the caller may read each entity has; one that has none is left out. */
    public Map<String, Long> countByEntity(Caller caller) {
        caller.require(Permission.READ);
        Map<String, Long> all = counts.byEntity(caller.workspaceId());
        Map<String, Long> readable = new LinkedHashMap<>();
        all.forEach((entity, count) -> {
            if (caller.access().readsAllRecordsOf(entity)) {
                readable.put(entity, count);
            } else if (caller.access().allows(Permission.READ, entity)
                    && schema.find(caller.workspaceId(), entity).isPresent()) {
                readable.put(entity, count(caller, RecordQuery.where(entity, List.of(), 1)));
            }
        });
        readable.values().removeIf(count -> count == 0);
        return readable;
    }

    private List<Found> allowed(Caller caller, EntityView entity, RecordQuery query, Permission permission) {
        RecordSearch search = searches.search(caller, entity, query, true);
        return access.allowsAll(caller, permission, entity.key())
                ? search.page(query.limit(), query.offset())
                : search.page(Limits.PLAN_ROWS_MAX, 0).stream()
                        .filter(found -> allows(caller, permission, entity, found))
                        .skip(query.offset())
                        .limit(query.limit())
                        .toList();
    }

    private boolean allows(Caller caller, Permission permission, EntityView entity, Found found) {
        Map<String, @Nullable Object> values = Json.readObject(found.data());
        return access.allows(caller, Permission.READ, entity.key(), values)
                && access.allows(caller, permission, entity.key(), values);
    }

    private List<RecordView> views(Caller caller, EntityView entity, List<Found> found) {
        List<Map<String, @Nullable Object>> states = new ArrayList<>();
        for (Found record : found) {
            Map<String, @Nullable Object> state = Json.readObject(record.data());
            state.keySet().removeIf(field -> entity.field(field).isEmpty());
            states.add(state);
        }
        Map<String, String> titles = references.titles(caller, entity, states);
        List<RecordView> views = new ArrayList<>();
        for (int index = 0; index < found.size(); index++) {
            Found record = found.get(index);
            Map<String, @Nullable Object> state = states.get(index);
            views.add(new RecordView(
                    entity.key(),
                    record.id(),
                    record.version(),
                    Titles.title(entity, state, record.id(), titles),
                    new Values(state),
                    titles));
        }
        return views;
    }
}
