package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.operation.Values;
import io.frontless.record.entity.RecordCounts;
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
    ReadValues reading;

    /** The records of the query. */
    public List<RecordView> find(Caller caller, RecordQuery query) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), query.entity());
        List<Found> found =
                searches.search(caller.workspaceId(), entity, query, true).page(query.limit(), query.offset());
        return views(caller.workspaceId(), entity, found);
    }

    /** How many records meet the query's conditions, whatever its page. */
    public long count(Caller caller, RecordQuery query) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), query.entity());
        return searches.search(caller.workspaceId(), entity, query, false).count();
    }

    /** One living record; NOT_FOUND where the entity has none of this id. */
    public RecordView record(Caller caller, String entityKey, UUID id) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), entityKey);
        StoredRecord record = records.find(caller.workspaceId(), id)
                .filter(found -> found.entity().equals(entityKey) && !found.deleted())
                .orElseThrow(() -> Rejection.notFound("record", id));
        Found found = new Found(record.id(), record.version(), record.data());
        return views(caller.workspaceId(), entity, List.of(found)).get(0);
    }

    /** How many living records each entity has; one that has none is left out. */
    public Map<String, Long> countByEntity(Caller caller) {
        caller.require(Permission.READ);
        return counts.byEntity(caller.workspaceId());
    }

    private List<RecordView> views(UUID workspaceId, EntityView entity, List<Found> found) {
        List<Map<String, @Nullable Object>> states = new ArrayList<>();
        for (Found record : found) {
            states.add(reading.of(workspaceId, entity, Json.readObject(record.data())));
        }
        Map<String, String> titles = references.titles(workspaceId, entity, states);
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
