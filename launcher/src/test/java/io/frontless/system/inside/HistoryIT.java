package io.frontless.system.inside;

import static io.frontless.operation.FieldType.TEXT;
import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Grant;
import io.frontless.operation.MoveField;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreField;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateField;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.PastRecords;
import io.frontless.record.control.PastSlice;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the log answers: who did what, what records and their schema were at a time, and who may see that. */
class HistoryIT extends InsideApplication {

    private static final int ALL = 200;

    @Inject
    Bench bench;

    @Inject
    PastRecords past;

    @Inject
    RecordQueries records;

    @Inject
    SchemaQueries schema;

    @Inject
    EventQueries events;

    @Inject
    Ids ids;

    @Test
    void theLastInstantIsThePresent() {
        Place place = Furniture.in(bench, ids).place();
        Caller owner = place.owner();
        Instant now = Instant.now();

        for (EntityView entity : schema.schema(owner).entities()) {
            PastSlice then = past.page(owner, entity.key(), now, null, ALL);
            List<RecordView> today =
                    records.find(owner, RecordQuery.of(entity.key()).paged(new RecordQuery.Page(ALL, 0, null)));
            assertThat(then.entity().fields()).as(entity.key()).isEqualTo(entity.fields());
            assertThat(then.entity().label()).isEqualTo(entity.label());
            assertThat(then.records())
                    .as(entity.key())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("referenceTitles")
                    .containsExactlyInAnyOrderElementsOf(today);
        }
    }

    @Test
    void recordsAndSchemaAreTakenBackTogether() {
        Office here = Office.in(bench, ids);
        Caller owner = here.owner();
        Instant first = after(owner);
        bench.run(
                owner,
                new UpdateEntity("deal", "Opportunity"),
                new UpdateField("deal", FieldSpec.of("stage", "Phase", TEXT)),
                new MoveField("deal", "stage", 1),
                new CreateField("deal", FieldSpec.of("city", "City", TEXT)));
        bench.run(
                owner,
                new UpdateRecord("deal", here.north(), Values.of("city", "Oslo").with("name", "Viaduct")));
        Instant second = after(owner);
        bench.run(owner, new DeleteField("deal", "city"));
        PlanView deletion = bench.run(owner, new DeleteRecord("deal", here.north()));
        Instant third = after(owner);
        bench.undo(owner, deletion);
        bench.run(owner, new RestoreField("deal", "city"), new DeleteRecord("deal", here.south()));
        Instant fourth = after(owner);
        bench.run(owner, new RestoreRecord("deal", here.south()));
        bench.run(owner, new DeleteRecord("deal", here.south()), new DeleteRecord("deal", here.north()));
        bench.run(owner, new DeleteEntity("deal"));

        assertThat(shape(past.entity(owner, "deal", first))).isEqualTo("Deal: Name, Region, Margin, Stage, Client");
        assertThat(shape(past.entity(owner, "deal", second)))
                .isEqualTo("Opportunity: Name, Phase, Region, Margin, Client, City");
        assertThat(shape(past.entity(owner, "deal", third)))
                .isEqualTo("Opportunity: Name, Phase, Region, Margin, Client");
        assertThat(shape(past.entity(owner, "deal", fourth)))
                .isEqualTo("Opportunity: Name, Phase, Region, Margin, Client, City");
        assertThat(titles(past.page(owner, "deal", first, null, ALL))).containsExactly("Bridge", "Secret tunnel");
        assertThat(titles(past.page(owner, "deal", second, null, ALL))).containsExactly("Viaduct", "Secret tunnel");
        assertThat(titles(past.page(owner, "deal", third, null, ALL))).containsExactly("Secret tunnel");
        assertThat(titles(past.page(owner, "deal", fourth, null, ALL))).containsExactly("Viaduct");
        assertThat(past.record(owner, "deal", here.north(), first).values().get("city"))
                .isNull();
        assertThat(past.record(owner, "deal", here.north(), second).values().get("city"))
                .isEqualTo("Oslo");
        assertThat(past.record(owner, "deal", here.north(), second).referenceTitles())
                .containsEntry(here.client().toString(), "Secret client");
        assertThat(refusal(() -> past.record(owner, "deal", here.north(), third))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> past.page(owner, "deal", Instant.now(), null, ALL))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> past.entity(owner, "deal", first.minus(Duration.ofDays(1))))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> past.entity(owner, "deal", Instant.now().plusSeconds(60)))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void pagesOfThePastFollowEachOther() {
        Office here = Office.in(bench, ids);
        List<UUID> added = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            UUID id = ids.get();
            added.add(id);
            bench.run(here.owner(), new CreateRecord("payroll", id, Values.of("name", "Pay " + number)));
        }
        bench.run(here.owner(), new DeleteRecord("payroll", added.get(1)));
        Instant at = after(here.owner());

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            PastSlice page = past.page(here.owner(), "payroll", at, cursor, 2);
            assertThat(page.records()).hasSizeLessThanOrEqualTo(2);
            found.addAll(titles(page));
            cursor = page.nextCursor();
        } while (cursor != null);

        assertThat(found).containsExactly("Secret salary", "Pay 0", "Pay 2", "Pay 3", "Pay 4");
        assertThat(refusal(() -> past.page(here.owner(), "payroll", at, "no cursor", 2))
                        .reason())
                .isEqualTo(Reason.INVALID);
        assertThat(refusal(() -> past.page(here.owner(), "payroll", at, null, 0))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void rolesSeeOfThePastWhatTheySeeToday() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();
        Instant before = after(here.owner());
        UUID moved = ids.get();
        bench.run(here.owner(), new CreateRecord("deal", moved, Office.named("Secret ferry", "south")));
        Instant south = after(here.owner());
        bench.run(here.owner(), new UpdateRecord("deal", moved, Office.named("Ferry", "north")));
        Instant north = after(here.owner());

        PastSlice deals = past.page(northerner, "deal", before, null, ALL);
        assertThat(titles(deals)).containsExactly("Bridge");
        assertThat(deals.entity().field("margin")).isEmpty();
        assertThat(deals.toString()).doesNotContain("7777.5", "8888.5", "Secret");
        assertThat(refusal(() -> past.record(northerner, "deal", here.south(), before))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal(() -> past.record(northerner, "deal", moved, south)).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(past.record(northerner, "deal", moved, north).title()).isEqualTo("Ferry");
        assertThat(refusal(() -> past.page(northerner, "payroll", before, null, ALL))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        bench.run(here.owner(), new UpdateRecord("deal", here.north(), Values.of("region", "south")));
        assertThat(titles(past.page(northerner, "deal", before, null, ALL)))
                .as("what is no longer theirs to see")
                .isEmpty();
        Place elsewhere = bench.found();
        assertThat(refusal(() -> past.record(elsewhere.owner(), "deal", here.north(), before))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void fieldsOfAnEventAreCalledWhatTheyWereCalledThen() {
        Office here = Office.in(bench, ids);
        EventView before = bench.lastEvent(here.owner());
        bench.run(here.owner(), new UpdateField("deal", FieldSpec.of("stage", "Phase", TEXT)));
        bench.run(here.owner(), new UpdateRecord("deal", here.north(), Values.of("stage", "won")));
        EventView after = bench.lastEvent(here.owner());

        assertThat(label(here.owner(), before, "stage")).hasValue("Stage");
        assertThat(label(here.owner(), after, "stage")).hasValue("Phase");
        assertThat(label(here.northerner(), after, "stage")).hasValue("Phase");
        assertThat(label(here.northerner(), after, "margin")).isEmpty();
        assertThat(schema.ofEvents(here.with(Grant.of("payroll", Permission.READ)), List.of(after)))
                .isEmpty();
    }

    private Optional<String> label(Caller caller, EventView event, String field) {
        return Optional.ofNullable(schema.ofEvents(caller, List.of(event)).get(event.eventId()))
                .flatMap(entity -> entity.field(field))
                .map(FieldSpec::label);
    }

    private Instant after(Caller owner) {
        return bench.lastEvent(owner).timestamp();
    }

    private static String shape(EntityView entity) {
        return entity.label() + ": "
                + String.join(
                        ", ", entity.fields().stream().map(FieldSpec::label).toList());
    }

    private static List<String> titles(PastSlice slice) {
        return slice.records().stream().map(RecordView::title).toList();
    }
}
