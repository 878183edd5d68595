package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.operation.Values;
import io.frontless.record.entity.RecordCounts;
import io.frontless.record.entity.RecordSearch;
import io.frontless.record.entity.RecordSearch.Found;
import io.frontless.record.entity.RecordSearch.Position;
import io.frontless.record.entity.RecordSearch.Window;
import io.frontless.record.entity.RecordSearches;
import io.frontless.record.entity.Records;
import io.frontless.record.entity.StoredRecord;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
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
    RecordSearches finder;

    @Inject
    GroupQueries groups;

    @Inject
    Clock clock;

    /** The records of the query's page. */
    public List<RecordView> find(Caller caller, RecordQuery query) {
        return page(caller, query).records();
    }

    /** The query's page, and where the next one begins. */
    public RecordSlice page(Caller caller, RecordQuery query) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), query.entity());
        return page(searches.search(view(caller), entity, query), entity, query);
    }

    /** How many records meet the query's conditions, whatever its page. */
    public long count(Caller caller, RecordQuery query) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), query.entity());
        return finder.count(searches.search(view(caller), entity, query.sorted(List.of())));
    }

    /** What the query groups records by, and what is made of each group; more than {@link Limits#GROUPS_MAX} are refused. */
    public List<RecordGroup> groups(Caller caller, RecordQuery query) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), query.entity());
        Viewpoint view = view(caller);
        return groups.of(view, entity, query, searches.search(view, entity, query.sorted(List.of())));
    }

    /** Gives every record of the query, whatever its page, to a consumer, holding no more than a page of them at a time. */
    public void each(Caller caller, RecordQuery query, Consumer<RecordView> consumer) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), query.entity());
        RecordSearch search = searches.search(view(caller), entity, query);
        String cursor = null;
        do {
            RecordQuery part = query.paged(new RecordQuery.Page(Limits.PAGE_ROWS_MAX, 0, cursor));
            RecordSlice page = page(search, entity, part);
            page.records().forEach(consumer);
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    /** One record more than the page holds tells whether there is another page. */
    private RecordSlice page(RecordSearch search, EntityView entity, RecordQuery query) {
        RecordQuery.Page page = query.page();
        String cursor = page.cursor();
        Position after = cursor == null ? null : Cursor.read(query, search.order(), cursor);
        List<Found> found = finder.page(search, new Window(after, page.offset(), page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<Found> shown = more ? found.subList(0, page.limit()) : found;
        String next = more ? Cursor.write(query, shown.get(shown.size() - 1).position()) : null;
        return new RecordSlice(views(search.workspaceId(), entity, query.columns(), shown), next);
    }

    private Viewpoint view(Caller caller) {
        return new Viewpoint(caller.workspaceId(), caller.actor(), clock.instant());
    }

    /** One living record; NOT_FOUND where the entity has none of this id. */
    public RecordView record(Caller caller, String entityKey, UUID id) {
        caller.require(Permission.READ);
        EntityView entity = schema.entity(caller.workspaceId(), entityKey);
        StoredRecord record = records.find(caller.workspaceId(), id)
                .filter(found -> found.entity().equals(entityKey) && !found.deleted())
                .orElseThrow(() -> Rejection.notFound("record", id));
        Found found = new Found(record.id(), record.version(), record.data(), new Position(List.of(), record.id()));
        return views(caller.workspaceId(), entity, List.of(), List.of(found)).get(0);
    }

    /** How many living records each entity has; one that has none is left out. */
    public Map<String, Long> countByEntity(Caller caller) {
        caller.require(Permission.READ);
        return counts.byEntity(caller.workspaceId());
    }

    private List<RecordView> views(UUID workspaceId, EntityView entity, List<String> columns, List<Found> found) {
        requireFields(entity, columns);
        List<Map<String, @Nullable Object>> states = new ArrayList<>();
        for (Found record : found) {
            Map<String, @Nullable Object> state = Json.readObject(record.data());
            state.keySet().removeIf(field -> entity.field(field).isEmpty());
            states.add(state);
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
                    new Values(shown(state, columns)),
                    titles));
        }
        return views;
    }

    private static Map<String, @Nullable Object> shown(Map<String, @Nullable Object> state, List<String> columns) {
        if (columns.isEmpty()) {
            return state;
        }
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        for (String column : columns) {
            if (state.containsKey(column)) {
                shown.put(column, state.get(column));
            }
        }
        return shown;
    }

    private static void requireFields(EntityView entity, List<String> columns) {
        for (String column : columns) {
            if (entity.field(column).isEmpty()) {
                throw Rejection.invalid("columns", "fields of " + entity.key(), column);
            }
        }
    }
}
