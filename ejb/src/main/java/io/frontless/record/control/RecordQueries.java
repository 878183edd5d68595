package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldType;
import io.frontless.operation.Permission;
import io.frontless.operation.Values;
import io.frontless.record.control.KnownTexts.Place;
import io.frontless.record.entity.BegunTexts;
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
import io.frontless.workspace.control.RowMeter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
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
    RecordAccess access;

    @Inject
    RecordSearches finder;

    @Inject
    GroupQueries groups;

    @Inject
    Clock clock;

    @Inject
    ReadValues values;

    @Inject
    RowMeter meter;

    @Inject
    BegunTexts begun;

    /** The records of the query's page, of those that the caller may read. */
    public List<RecordView> find(Caller caller, RecordQuery query) {
        return page(caller, query).records();
    }

    /** The texts that begin with one of the words, of all fields that the caller may read and that can be compared with. */
    public KnownTexts beginning(Caller caller, Collection<String> words) {
        List<Place> places = schema.readable(caller).entities().stream()
                .flatMap(entity -> entity.fields().stream()
                        .filter(field -> field.type() != FieldType.LONG_TEXT && FilterValues.isText(field))
                        .map(field -> new Place(entity.key(), field.key())))
                .toList();
        List<String> folded = words.stream().map(TypedRow::folded).distinct().toList();
        List<KnownTexts.Begun> found = begun
                .find(
                        caller.workspaceId(),
                        places.stream().map(Place::entity).toList(),
                        places.stream().map(Place::field).toList(),
                        folded,
                        KnownTexts.EACH_MAX + 1)
                .stream()
                .map(row -> new KnownTexts.Begun(new Place(row.entity(), row.field()), row.word(), row.text()))
                .toList();
        return new KnownTexts(places, folded, found);
    }

    /** The query's page, and where the next one begins. */
    public RecordSlice page(Caller caller, RecordQuery query) {
        EntityView entity = schema.readable(caller, query.entity());
        RecordSlice page = page(caller, searches.search(reading(caller), entity, query), entity, query);
        meter.count(caller, page.records().size());
        return page;
    }

    /** How many records meet the query's conditions, whatever its page. */
    public long count(Caller caller, RecordQuery query) {
        EntityView entity = schema.readable(caller, query.entity());
        return finder.count(searches.search(reading(caller), entity, query.sorted(List.of())));
    }

    /** What the query groups records by, and what is made of each group; more than {@link Limits#GROUPS_MAX} are refused. */
    public List<RecordGroup> groups(Caller caller, RecordQuery query) {
        EntityView entity = schema.readable(caller, query.entity());
        RecordReading reading = reading(caller);
        List<RecordGroup> found =
                groups.of(reading, entity, query, searches.search(reading, entity, query.sorted(List.of())));
        meter.count(caller, found.size());
        return found;
    }

    /** How many records the query is about to read, counted against the caller's budget. */
    public long countToRead(Caller caller, RecordQuery query) {
        long count = count(caller, query);
        meter.count(caller, count);
        return count;
    }

    /**
     * Gives every record of the query, whatever its page, to a consumer, holding no more than a page of them at a time; of those only for which
     * the caller has a permission, such as EXPORT.
     */
    public void each(Caller caller, RecordQuery query, Permission permission, Consumer<RecordView> consumer) {
        EntityView entity = schema.readable(caller, query.entity());
        caller.require(permission, query.entity());
        RecordReading reading = new RecordReading(caller, permission, clock.instant());
        RecordSearch search = searches.search(reading, entity, query);
        String cursor = null;
        do {
            RecordQuery part = query.paged(new RecordQuery.Page(Limits.PAGE_ROWS_MAX, 0, cursor));
            RecordSlice page = page(caller, search, entity, part);
            page.records().forEach(consumer);
            cursor = page.nextCursor();
        } while (cursor != null);
    }

    /** One record more than the page holds tells whether there is another page. */
    private RecordSlice page(Caller caller, RecordSearch search, EntityView entity, RecordQuery query) {
        RecordQuery.Page page = query.page();
        String cursor = page.cursor();
        Position after = cursor == null ? null : Cursor.read(query, search.order(), cursor);
        List<Found> found = finder.page(search, new Window(after, page.offset(), page.limit() + 1));
        boolean more = found.size() > page.limit();
        List<Found> shown = more ? found.subList(0, page.limit()) : found;
        String next = more ? Cursor.write(query, shown.get(shown.size() - 1).position()) : null;
        return new RecordSlice(views(caller, entity, query.columns(), shown), next);
    }

    private RecordReading reading(Caller caller) {
        return new RecordReading(caller, Permission.READ, clock.instant());
    }

    /** One living record; NOT_FOUND where the entity has none of this id that the caller may read. */
    public RecordView record(Caller caller, String entityKey, UUID id) {
        EntityView entity = schema.readable(caller, entityKey);
        StoredRecord record = records.find(caller.workspaceId(), id)
                .filter(found -> found.entity().equals(entityKey) && !found.deleted())
                .filter(found -> access.allows(caller, Permission.READ, entityKey, RecordState.values(found)))
                .orElseThrow(() -> Rejection.notFound("record", id));
        meter.count(caller, 1);
        Found found = new Found(record.id(), record.version(), record.data(), new Position(List.of(), record.id()));
        return views(caller, entity, List.of(), List.of(found)).get(0);
    }

    /** How many living records that the caller may read each entity has; one that has none is left out. */
    public Map<String, Long> countByEntity(Caller caller) {
        caller.require(Permission.READ);
        Map<String, Long> readable = new LinkedHashMap<>();
        counts.byEntity(caller.workspaceId()).forEach((entity, count) -> {
            if (caller.access().readsAllRecordsOf(entity)) {
                readable.put(entity, count);
            } else if (caller.access().allows(Permission.READ, entity)
                    && schema.find(caller.workspaceId(), entity).isPresent()) {
                readable.put(entity, count(caller, RecordQuery.of(entity)));
            }
        });
        readable.values().removeIf(count -> count == 0);
        return readable;
    }

    private List<RecordView> views(Caller caller, EntityView entity, List<String> columns, List<Found> found) {
        requireFields(entity, columns);
        EntityView whole = schema.entity(caller.workspaceId(), entity.key());
        List<Map<String, @Nullable Object>> states = new ArrayList<>();
        for (Found record : found) {
            // What is computed may be computed of what the caller does not see.
            Map<String, @Nullable Object> state =
                    values.of(caller.workspaceId(), whole, Json.readObject(record.data()));
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
