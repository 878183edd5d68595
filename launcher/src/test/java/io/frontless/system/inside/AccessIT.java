package io.frontless.system.inside;

import static io.frontless.system.inside.Office.named;
import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.assistant.control.Conversations;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateField;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Grant;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RestoreField;
import io.frontless.operation.Step;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a role does not allow cannot be had in any way, and no answer tells that it is there. */
class AccessIT extends InsideApplication {

    @Inject
    Bench bench;

    @Inject
    SchemaQueries schemas;

    @Inject
    RecordQueries records;

    @Inject
    EventQueries events;

    @Inject
    Conversations conversations;

    @Inject
    Ids ids;

    @Test
    void unreadableEntityIsAnsweredAsOneThatDoesNotExist() {
        Office here = Office.in(bench, ids);
        Caller dealer = here.dealer();

        assertThat(schemas.schema(dealer).entities())
                .extracting(EntityView::key)
                .containsExactly("deal");
        assertThat(schemas.schema(dealer).takenKeys()).containsExactly("deal");
        assertThat(records.countByEntity(dealer)).containsOnlyKeys("deal");
        assertSame("payroll", "nothing", entity -> schemas.entity(dealer, entity));
        assertSame("payroll", "nothing", entity -> find(dealer, entity));
        assertSame("payroll", "nothing", entity -> records.count(dealer, all(entity)));
        assertSame("payroll", "nothing", entity -> records.record(dealer, entity, here.salary()));
        assertSame(
                "payroll",
                "nothing",
                entity -> bench.propose(dealer, new UpdateRecord(entity, here.salary(), Values.of("name", "Mine"))));
        assertSame("payroll", "nothing", entity -> bench.propose(dealer, new DeleteRecord(entity, here.salary())));
        assertSame("payroll", "nothing", entity -> bench.propose(dealer, new UpdateEntity(entity, "Mine")));
        assertSame(
                "payroll",
                "nothing",
                entity -> bench.propose(dealer, new CreateRecord(entity, ids.get(), Values.of("name", "Mine"))));
    }

    @Test
    void allowedWorkIsDone() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();
        UUID id = ids.get();

        bench.run(northerner, new CreateRecord("deal", id, named("Ferry", "north")));
        bench.run(northerner, new UpdateRecord("deal", id, Values.of("name", "Big ferry")));
        PlanView deleted = bench.run(northerner, new DeleteRecord("deal", id));
        bench.undo(northerner, deleted);

        assertThat(records.record(northerner, "deal", id).title()).isEqualTo("Big ferry");
        assertThat(find(northerner, "deal")).extracting(RecordView::title).containsExactly("Bridge", "Big ferry");
        assertThat(records.count(northerner, all("deal"))).isEqualTo(2);
        List<String> exported = new ArrayList<>();
        records.each(northerner, all("deal"), Permission.EXPORT, record -> exported.add(record.title()));
        assertThat(exported).containsExactly("Bridge", "Big ferry");
    }

    @Test
    void unreadableRecordIsAnsweredAsOneThatDoesNotExist() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();
        String hidden = here.south().toString();
        String nowhere = ids.get().toString();
        Values mine = Values.of("name", "Mine");

        assertThat(find(northerner, "deal")).extracting(RecordView::id).containsExactly(here.north());
        assertThat(records.count(northerner, all("deal"))).isEqualTo(1);
        assertThat(records.countByEntity(northerner)).containsOnlyKeys("deal").containsEntry("deal", 1L);
        assertThat(records.find(northerner, RecordQuery.mentioning("deal", "Secret tunnel", 5)))
                .isEmpty();
        assertThat(records.find(northerner, RecordQuery.mentioning("deal", hidden, 5)))
                .isEmpty();
        assertSame(hidden, nowhere, id -> records.record(northerner, "deal", UUID.fromString(id)));
        assertSame(hidden, nowhere, id -> bench.propose(northerner, update(id, mine)));
        assertSame(
                hidden,
                nowhere,
                id -> bench.propose(
                        northerner, List.of(Step.of("s1", update(id, mine)).expecting(99))));
        assertSame(hidden, nowhere, id -> bench.propose(northerner, new DeleteRecord("deal", UUID.fromString(id))));
    }

    @Test
    void recordCannotBeWrittenOutOfWhatTheRoleAllows() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();

        assertDenied(() -> bench.propose(northerner, update(here.north().toString(), Values.of("region", "south"))));
        assertDenied(() -> bench.propose(northerner, new CreateRecord("deal", ids.get(), named("Dam", "south"))));
        assertDenied(() -> bench.propose(northerner, new CreateRecord("deal", ids.get(), Values.of("name", "Dam"))));
    }

    @Test
    void titleOfAnUnreadableReferenceIsNotToldNorFound() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();
        String client = here.client().toString();

        RecordView bridge = records.record(northerner, "deal", here.north());

        assertThat(bridge.values().get("client")).isEqualTo(client);
        assertThat(bridge.referenceTitles()).isEmpty();
        assertSame("Secret client", "No client", title -> bench.propose(northerner, points(here, title)));
        assertSame(client, ids.get().toString(), id -> bench.propose(northerner, points(here, id)));
        assertSame("Secret client", "No client", title -> bench.propose(here.dealer(), points(here, title)));
        PlanView plan = bench.propose(northerner, update(here.north().toString(), Values.of("name", "Span")));
        assertThat(plan.changes().get(0).titles()).isEmpty();
    }

    @Test
    void hiddenFieldIsAnsweredAsOneThatDoesNotExist() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();
        String north = here.north().toString();

        assertThat(schemas.entity(northerner, "deal").field("margin")).isEmpty();
        assertThat(records.record(northerner, "deal", here.north()).values().fields())
                .doesNotContain("margin");
        assertThat(find(northerner, "deal").toString()).doesNotContain("8888.5");
        assertSame(
                "margin",
                "nothing",
                field -> bench.propose(northerner, update(north, Values.of(field, BigDecimal.ONE))));
        PlanView plan = bench.propose(northerner, update(north, Values.of("name", "Span")));
        assertThat(plan.changes().toString()).doesNotContain("8888.5", "margin");
        bench.execute(northerner, plan);
        assertThat(records.record(here.owner(), "deal", here.north()).values().get("margin"))
                .isEqualTo(new BigDecimal("8888.5"));
    }

    @Test
    void readOnlyFieldIsReadAndNotWritten() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();

        assertThat(records.record(northerner, "deal", here.north()).values().get("stage"))
                .isEqualTo("open");
        assertDenied(() -> bench.propose(northerner, update(here.north().toString(), Values.of("stage", "won"))));
        assertDenied(() -> bench.propose(
                northerner,
                new CreateRecord("deal", ids.get(), named("Dam", "north").with("stage", "won"))));
    }

    @Test
    void historyTellsNoMoreThanTheTables() {
        Office here = Office.in(bench, ids);
        List<EventView> all = events.find(here.owner(), EventFilter.latest(100));
        EventView southern = all.stream()
                .filter(event -> here.south().equals(event.recordId()))
                .findFirst()
                .orElseThrow();

        List<EventView> seen = events.find(here.northerner(), EventFilter.latest(100));
        String text = seen.toString();

        assertThat(text).contains("Bridge").doesNotContain("Secret", "8888.5", "7777.5", "margin", "payroll");
        assertThat(seen)
                .filteredOn(event -> event.recordId() != null)
                .extracting(EventView::recordId)
                .containsOnly(here.north());
        assertThat(events.find(here.northerner(), EventFilter.latest(1))).hasSize(1);
        assertThat(events.find(here.northerner(), EventFilter.ofRecord("deal", here.south(), 5)))
                .isEmpty();
        assertSame(
                southern.eventId().toString(),
                ids.get().toString(),
                id -> events.event(here.northerner(), UUID.fromString(id)));
        assertThat(events.find(here.owner(), EventFilter.latest(100))).isEqualTo(all);
    }

    @Test
    void undoIsAskedForTodaysRights() {
        Office here = Office.in(bench, ids);
        UUID id = ids.get();
        PlanView created = bench.run(here.owner(), new CreateRecord("deal", id, named("Ferry", "north")));
        PlanView mixed = bench.run(
                here.owner(),
                update(here.north().toString(), Values.of("name", "Span")),
                update(here.south().toString(), Values.of("name", "Secret pit")));
        PlanView margin = bench.run(here.owner(), update(here.north().toString(), Values.of("margin", BigDecimal.ONE)));
        PlanView salary =
                bench.run(here.owner(), new UpdateRecord("payroll", here.salary(), Values.of("name", "Secret pay")));
        Caller reader = here.with(Grant.of("deal", Permission.READ));
        List<String> before = bench.state(here.owner());

        assertDenied(() -> bench.undo(reader, created));
        assertDenied(() -> bench.undo(here.northerner(), mixed));
        assertDenied(() -> bench.undo(here.northerner(), margin));
        assertSame(
                salary.planId().toString(),
                ids.get().toString(),
                plan -> bench.undo(here.northerner(), new UndoTarget.Plan(UUID.fromString(plan))));
        assertThat(bench.state(here.owner())).isEqualTo(before);
        bench.undo(here.northerner(), created);
        assertThat(refusal(() -> records.record(here.owner(), "deal", id)).reason())
                .isEqualTo(Reason.NOT_FOUND);
    }

    @Test
    void schemaIsChangedOnlyByWhoReadsAllOfAnEntity() {
        Office here = Office.in(bench, ids);
        Operation field = new CreateField("deal", FieldSpec.of("note", "Note", FieldType.TEXT));
        Grant schema = Grant.of("deal", Permission.READ, Permission.SCHEMA);

        assertDenied(() -> bench.propose(here.dealer(), field));
        assertDenied(() -> bench.propose(here.with(schema.hiding("margin")), field));
        assertDenied(() -> bench.propose(here.with(schema), new UpdateEntity("payroll", "Mine")));
        assertSame(
                "payroll",
                "nothing",
                target -> bench.propose(
                        here.with(schema), new CreateField("deal", FieldSpec.reference("to", "To", target))));
        assertThat(bench.run(here.with(schema), field).status()).isEqualTo(PlanView.Status.EXECUTED);
    }

    @Test
    void grantOnADeletedFieldGivesNothingUntilItComesBack() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();

        bench.run(here.owner(), new DeleteField("deal", "region"));
        assertThat(find(northerner, "deal")).isEmpty();
        assertThat(events.find(northerner, EventFilter.ofRecord("deal", here.north(), 5)))
                .isEmpty();
        bench.run(here.owner(), new RestoreField("deal", "region"));

        assertThat(find(northerner, "deal")).extracting(RecordView::id).containsExactly(here.north());
    }

    @Test
    void plannerSeesNoMoreThanItsAuthor() {
        Office here = Office.in(bench, ids);
        Caller northerner = here.northerner();
        UUID conversation = conversations.start(northerner);
        List<String> answers = new ArrayList<>();

        for (String sentence : List.of(
                "show all deals",
                "how many deals are there",
                "show payroll",
                "show the last 20 changes",
                "mark deal Secret tunnel as stage won",
                "delete deal " + here.south(),
                "what tables are there",
                "undo that")) {
            answers.add(conversations
                    .say(northerner, conversation, sentence)
                    .reply()
                    .toString());
        }

        String told = String.join("\n", answers)
                .replace("Secret tunnel", "")
                .replace(here.south().toString(), "");
        assertThat(told).contains("Bridge").doesNotContain("Secret", "8888.5", "7777.5", "margin", "Payroll");
    }

    private List<RecordView> find(Caller caller, String entity) {
        return records.find(caller, all(entity));
    }

    private static RecordQuery all(String entity) {
        return RecordQuery.of(entity);
    }

    private static UpdateRecord update(String id, Values values) {
        return new UpdateRecord("deal", UUID.fromString(id), values);
    }

    private static UpdateRecord points(Office here, String to) {
        return update(here.north().toString(), Values.of("client", to));
    }

    private static void assertDenied(Runnable request) {
        assertThat(refusal(request).reason()).isEqualTo(Reason.DENIED);
    }

    /** The two must be refused in the same words, but for what the caller named. */
    private static void assertSame(String there, String nowhere, Consumer<String> request) {
        Rejection one = refusal(() -> request.accept(there));
        Rejection other = refusal(() -> request.accept(nowhere));
        assertThat(one.reason()).isEqualTo(other.reason());
        assertThat(one.message().replace(there, "X")).isEqualTo(other.message().replace(nowhere, "X"));
        assertThat(one.details().toString().replace(there, "X"))
                .isEqualTo(other.details().toString().replace(nowhere, "X"));
    }
}
