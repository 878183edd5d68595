package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Ids;
import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.operation.Comparison;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.FilterCheck;
import io.frontless.record.control.FilterTypes;
import io.frontless.record.control.KnownTexts;
import io.frontless.record.control.QueryJson;
import io.frontless.record.control.RecordGroup;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.record.control.RecordSlice;
import io.frontless.record.control.RecordView;
import io.frontless.record.control.TypedFilter;
import io.frontless.record.control.Viewpoint;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The one query: what the database finds is what the filter says of each record, in the order and the pages asked for. */
class QueryIT extends InsideApplication {
    private static final long SEED = 20260303;
    private static final int FILTERS = 500;

    @Inject
    Bench bench;

    @Inject
    RecordQueries records;

    @Inject
    SchemaQueries schemas;

    @Inject
    FilterTypes types;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Ids ids;

    @Test
    void databaseAndMemoryAgreeOnEveryFilter() {
        QueryPlace here = QueryPlace.in(bench, ids, SEED);
        Caller owner = here.place().owner();
        List<RecordView> jobs = records.find(owner, RecordQuery.of("job"));
        FilterCheck check = new FilterCheck(living(owner));
        List<Filter> filters = filters(here);
        int some = 0;

        for (Filter filter : filters) {
            List<UUID> found = found(owner, RecordQuery.of("job").filtered(filter));
            TypedFilter typed = typed(owner, filter);
            List<UUID> expected = jobs.stream()
                    .filter(job -> check.meets(typed, job.values().byField()))
                    .map(RecordView::id)
                    .toList();

            assertThat(found)
                    .as("seed " + SEED + ": " + Json.write(filter.params()))
                    .isEqualTo(expected);
            assertThat(records.count(owner, RecordQuery.of("job").filtered(filter)))
                    .isEqualTo(expected.size());
            some += expected.isEmpty() || expected.size() == jobs.size() ? 0 : 1;
        }
        assertThat(jobs).hasSize(QueryPlace.JOBS);
        assertThat(some).as("filters that tell records apart").isGreaterThan(FILTERS / 3);
    }

    @Test
    void whatIsKnownToBeAbsentIsWhatNoRecordMentions() {
        QueryPlace here = QueryPlace.in(bench, ids, SEED);
        Caller owner = here.place().owner();
        List<String> texts = records.find(owner, RecordQuery.of("job")).stream()
                .flatMap(job -> job.values().byField().values().stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .distinct()
                .toList();
        List<String> words = Stream.concat(texts.stream().map(text -> text.split(" ", 2)[0]), Stream.of("Zzyzx", "0"))
                .toList();

        KnownTexts known = records.beginning(owner, words);

        for (String text : texts) {
            boolean mentioned =
                    !found(owner, RecordQuery.mentioning("job", text, 5)).isEmpty();
            assertThat(mentioned && !known.mayMention("job", text)).as(text).isFalse();
        }
        assertThat(known.mayMention("job", "Zzyzx Ltd")).isFalse();
        assertThat(found(owner, RecordQuery.mentioning("job", "Zzyzx Ltd", 5))).isEmpty();
    }

    @Test
    void pagesByCursorAreTheWholeInOrderWhicheverFieldOrdersIt() {
        QueryPlace here = QueryPlace.in(bench, ids, SEED);
        Caller owner = here.place().owner();
        List<List<Sort>> orders = new ArrayList<>(List.of(List.of()));
        for (FieldSpec field : QueryPlace.FIELDS) {
            orders.add(List.of(new Sort(field.key(), false)));
            orders.add(List.of(new Sort(field.key(), true)));
            orders.add(List.of(new Sort("kind", true), new Sort(field.key(), false), new Sort("day", true)));
        }

        for (List<Sort> order : orders) {
            RecordQuery query = RecordQuery.of("job").sorted(order);
            List<UUID> whole = found(owner, query);

            assertThat(paged(owner, query, 7)).as(order.toString()).isEqualTo(whole);
            assertThat(whole).doesNotHaveDuplicates().hasSize(QueryPlace.JOBS);
            assertThat(found(owner, query.paged(10, 10))).isEqualTo(whole.subList(10, 20));
            List<UUID> each = new ArrayList<>();
            records.each(owner, query, Permission.READ, record -> each.add(record.id()));
            assertThat(each).isEqualTo(whole);
        }
        requireSorted(records.find(owner, RecordQuery.of("job").sorted(List.of(new Sort("size", true)))));
    }

    @Test
    void recordsThatAreAddedBetweenPagesRepeatAndSkipNone() {
        QueryPlace here = QueryPlace.in(bench, ids, SEED);
        Caller owner = here.place().owner();
        RecordQuery query = RecordQuery.of("job").sorted(List.of(new Sort("size", false)));
        List<UUID> before = found(owner, query);
        RecordSlice first = records.page(owner, query.paged(20, 0));

        bench.run(owner, new CreateRecord("job", ids.get(), Values.of("size", BigDecimal.valueOf(-99))));
        RecordSlice second = records.page(owner, query.paged(new RecordQuery.Page(20, 0, first.nextCursor())));

        assertThat(second.records()).extracting(RecordView::id).isEqualTo(before.subList(20, 40));
    }

    @Test
    void cursorOfAnotherQueryIsRefused() {
        QueryPlace here = QueryPlace.in(bench, ids, SEED);
        Caller owner = here.place().owner();
        String cursor = records.page(owner, RecordQuery.of("job").paged(5, 0)).nextCursor();
        RecordQuery.Page next = new RecordQuery.Page(5, 0, cursor);
        RecordQuery other = RecordQuery.of("job").sorted(List.of(new Sort("size", false)));

        assertThat(records.page(owner, RecordQuery.of("job").paged(next)).records())
                .hasSize(5);
        assertThat(refusal(() -> records.page(owner, other.paged(next))).reason())
                .isEqualTo(Reason.INVALID);
        assertThat(refusal(() -> records.page(owner, RecordQuery.of("client").paged(next)))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void searchFindsWordsWithoutCaseAndAccentsAndTheBestFirst() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        UUID titled = ids.get();
        UUID noted = ids.get();
        bench.run(
                owner,
                new CreateRecord("thing", titled, Values.of("name", "Große Äpfel aus Łódź")),
                new CreateRecord("thing", noted, Values.of("name", "Crate").with("note", "große APFEL")));

        assertThat(search(owner, "apfel große")).containsExactly(titled, noted);
        assertThat(search(owner, "apf")).containsExactly(titled, noted);
        assertThat(search(owner, "apf große")).isEmpty();
        bench.run(owner, new UpdateRecord("thing", noted, Values.of("note", "Birnen")));
        assertThat(search(owner, "apfel")).containsExactly(titled);
        bench.run(owner, new DeleteRecord("thing", titled));
        assertThat(search(owner, "apfel")).isEmpty();
        assertThat(search(owner, "birne")).containsExactly(noted);
        bench.run(owner, new DeleteField("thing", "note"));
        assertThat(search(owner, "birne")).isEmpty();
    }

    @Test
    void groupsCountAndComputeWhatTheRecordsSay() {
        QueryPlace here = QueryPlace.in(bench, ids, SEED);
        Caller owner = here.place().owner();
        List<RecordView> jobs = records.find(owner, RecordQuery.of("job"));

        List<RecordGroup> kinds = groups(owner, """
                {"by": [{"field": "kind"}], "aggregates": [{"function": "count"}, {"function": "sum", "field": "price"},
                  {"function": "min", "field": "day"}, {"function": "avg", "field": "size"}]}""");

        for (RecordGroup group : kinds) {
            List<RecordView> members = jobs.stream()
                    .filter(job ->
                            Objects.equals(job.values().get("kind"), group.by().get(0)))
                    .toList();
            BigDecimal sum = members.stream()
                    .map(job -> job.values().get("price"))
                    .filter(BigDecimal.class::isInstance)
                    .map(BigDecimal.class::cast)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat((BigDecimal) group.values().get(0)).isEqualByComparingTo(BigDecimal.valueOf(members.size()));
            assertThat((BigDecimal) group.values().get(1)).isEqualByComparingTo(sum);
        }
        assertThat(kinds).hasSize(QueryPlace.KINDS.size() + 1);
        assertThat(groups(owner, "{\"by\": [{\"field\": \"day\", \"bucket\": \"month\"}]}"))
                .extracting(group -> group.by().get(0))
                .contains("2026-01-01", "2026-02-01");
        assertThat(groups(
                        owner,
                        "{\"by\": [{\"field\": \"client.region\"}], \"aggregates\": [{\"function\": \"count\"}]}"))
                .flatExtracting(group -> group.titles().values())
                .containsExactlyInAnyOrderElementsOf(QueryPlace.REGIONS);
        assertThat(groups(owner, "{\"aggregates\": [{\"function\": \"count\"}]}")
                        .get(0)
                        .values())
                .containsExactly(BigDecimal.valueOf(QueryPlace.JOBS));
    }

    @Test
    void strangerFindsNothingOfAnotherWorkspace() {
        QueryPlace here = QueryPlace.in(bench, ids, SEED);
        Caller owner = here.place().owner();
        QueryPlace elsewhere = QueryPlace.in(bench, ids, SEED);
        Caller stranger = elsewhere.place().owner();
        UUID foreign = found(owner, RecordQuery.of("job")).get(0);

        assertThat(found(stranger, RecordQuery.of("job")))
                .doesNotContain(foreign)
                .hasSize(QueryPlace.JOBS);
        assertThat(found(stranger, RecordQuery.mentioning("job", foreign.toString(), 5)))
                .isEmpty();
        Filter client = Filter.equal("client", here.clients().get(1).toString());
        assertThat(found(stranger, RecordQuery.of("job").filtered(client))).isEmpty();
        assertThat(found(stranger, RecordQuery.of("job").searching("notes"))).doesNotContain(foreign);
    }

    private List<Filter> filters(QueryPlace here) {
        List<Filter> filters = new ArrayList<>();
        Random random = new Random(SEED);
        for (FieldSpec field : QueryPlace.FIELDS) {
            for (Comparison comparison : RandomFilters.fitting(field)) {
                Object value = Objects.requireNonNull(here.value(field, random));
                filters.add(new Filter.Compare(
                        field.key(),
                        comparison,
                        comparison.takesList() ? List.of(value) : comparison.takesValue() ? value : null));
            }
        }
        RandomFilters more = new RandomFilters(here, SEED);
        while (filters.size() < FILTERS) {
            filters.add(more.next());
        }
        return filters;
    }

    private TypedFilter typed(Caller caller, Filter filter) {
        EntityView entity = schemas.entity(caller, "job");
        Viewpoint view = new Viewpoint(caller.workspaceId(), caller.actor(), Instant.now());
        return database.tried(caller.workspaceId(), connection -> types.check(view, entity, filter));
    }

    private Function<UUID, Optional<Map<String, Object>>> living(Caller caller) {
        Map<UUID, Map<String, Object>> known = new HashMap<>();
        for (String entity : List.of("client", "region")) {
            records.find(caller, RecordQuery.of(entity))
                    .forEach(record -> known.put(record.id(), record.values().byField()));
        }
        return id -> Optional.ofNullable(known.get(id));
    }

    private List<UUID> found(Caller caller, RecordQuery query) {
        return records.find(caller, query).stream().map(RecordView::id).toList();
    }

    private List<UUID> search(Caller caller, String words) {
        return found(caller, RecordQuery.of("thing").searching(words));
    }

    private List<UUID> paged(Caller caller, RecordQuery query, int rows) {
        List<UUID> all = new ArrayList<>();
        String cursor = null;
        do {
            RecordSlice slice = records.page(caller, query.paged(new RecordQuery.Page(rows, 0, cursor)));
            slice.records().forEach(record -> all.add(record.id()));
            cursor = slice.nextCursor();
        } while (cursor != null && all.size() <= QueryPlace.JOBS);
        return all;
    }

    private List<RecordGroup> groups(Caller caller, String group) {
        String query = "{\"entity\": \"job\", \"group\": " + group + "}";
        return records.groups(caller, QueryJson.read(new Params("", Json.readObject(query))));
    }

    private static void requireSorted(List<RecordView> descending) {
        List<Object> sizes = new ArrayList<>();
        descending.forEach(record -> sizes.add(record.values().get("size")));
        int empty = sizes.indexOf(null);
        assertThat(empty).isPositive();
        assertThat(sizes.subList(empty, sizes.size())).containsOnlyNulls();
        assertThat(sizes.subList(0, empty))
                .isSortedAccordingTo((one, other) -> ((BigDecimal) other).compareTo((BigDecimal) one));
    }
}
