package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DeleteEntity;
import io.frontless.operation.DeleteField;
import io.frontless.operation.DeleteRecord;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQueries;
import io.frontless.record.control.RecordQuery;
import io.frontless.workspace.control.Caller;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Taking back: never over a later edit, never twice, and itself to be taken back. */
class UndoIT extends InsideApplication {
    private static final int IMPORTED = 120;

    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    EventQueries events;

    @Inject
    RecordQueries records;

    @Inject
    Ids ids;

    @Test
    void undoAfterALaterEditOfTheSameFieldIsAConflictThatNamesTheField() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView first = bench.run(owner, noting(here, "mine"));
        bench.run(owner, noting(here, "hers"));
        List<String> before = bench.state(owner);

        Rejection refusal = refusal(() -> gateway.proposeUndo(owner, undoOf(first), null));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.details()).containsExactly(new Rejection.Detail("note", "mine", "hers"));
        assertThat(bench.state(owner)).isEqualTo(before).anyMatch(line -> line.contains("hers"));
    }

    @Test
    void undoAfterALaterEditOfAnotherFieldTakesBackItsOwnFieldAlone() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView first = bench.run(owner, noting(here, "mine"));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("kind", "blue")));

        bench.undo(owner, first);

        Values values = records.record(owner, "thing", here.free()).values();
        assertThat(values.get("note")).isNull();
        assertThat(values.get("kind")).isEqualTo("blue");
    }

    @Test
    void undoProposedBeforeALaterEditIsRefusedWhenItIsExecuted() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView first = bench.run(owner, noting(here, "mine"));
        PlanView undo = gateway.proposeUndo(owner, undoOf(first), null);
        bench.run(owner, noting(here, "hers"));

        Rejection refusal = refusal(() -> bench.execute(owner, undo));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(records.record(owner, "thing", here.free()).values().get("note"))
                .isEqualTo("hers");
    }

    @Test
    void undoOfACreationAfterAnEditOfTheRecordIsAConflict() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        UUID id = ids.get();
        PlanView created = bench.run(owner, new CreateRecord("thing", id, Values.of("name", "New")));
        bench.run(owner, new UpdateRecord("thing", id, Values.of("note", "worth keeping")));

        Rejection refusal = refusal(() -> gateway.proposeUndo(owner, undoOf(created), null));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.details()).extracting(Rejection.Detail::field).containsExactly("note", "dependents");
    }

    @Test
    void undoOfAnUpdateOfARecordThatIsDeletedByNowIsAConflict() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView first = bench.run(owner, noting(here, "mine"));
        bench.run(owner, new DeleteRecord("thing", here.free()));

        Rejection refusal = refusal(() -> gateway.proposeUndo(owner, undoOf(first), null));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void undoneEventIsNotUndoneTwice() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView done = bench.run(owner, noting(here, "mine"));
        EventView event = bench.lastEvent(owner);
        bench.undo(owner, done);

        Rejection ofEvent =
                refusal(() -> gateway.proposeUndo(owner, Undo.of(new UndoTarget.Event(event.eventId())), null));
        Rejection ofPlan = refusal(() -> gateway.proposeUndo(owner, undoOf(done), null));

        assertThat(ofEvent.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(ofPlan.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(events.event(owner, event.eventId()).standing()).isFalse();
    }

    @Test
    void twoUndosOfTheSameEventProposedAtOnceAreExecutedOnce() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView done = bench.run(owner, new DeleteRecord("thing", here.free()));
        PlanView one = gateway.proposeUndo(owner, undoOf(done), null);
        PlanView other = gateway.proposeUndo(owner, undoOf(done), null);
        bench.execute(owner, one);
        List<String> log = bench.log(owner);

        Rejection refusal = refusal(() -> bench.execute(owner, other));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(bench.log(owner)).isEqualTo(log);
    }

    @Test
    void undoOfAnUndoDoesItAgain() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView done = bench.run(owner, noting(here, "mine"));
        EventView event = bench.lastEvent(owner);
        PlanView undone = bench.undo(owner, done);

        bench.undo(owner, undone);

        assertThat(records.record(owner, "thing", here.free()).values().get("note"))
                .isEqualTo("mine");
        assertThat(events.event(owner, event.eventId()).standing()).isTrue();
        assertThat(bench.lastEvent(owner).undoes())
                .isEqualTo(events.ofPlan(owner, undone.planId()).get(0).eventId());
    }

    @Test
    void sayingUndoTwiceGoesTwoChangesBack() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        List<String> before = bench.state(owner);
        bench.run(owner, noting(here, "one"));
        bench.run(owner, new UpdateRecord("thing", here.referred(), Values.of("kind", "blue")));

        bench.undoLast(owner);
        bench.undoLast(owner);

        assertThat(bench.state(owner)).isEqualTo(before);
    }

    @Test
    void undoOfAPlanTakesAllOfItBackAndRedoBringsAllOfItAgain() {
        Place place = bench.found();
        Caller owner = place.owner();
        List<String> empty = bench.state(owner);
        PlanView imported = bench.run(owner, anImport());
        List<String> full = bench.state(owner);

        PlanView undone = bench.undo(owner, imported);
        List<String> afterUndo = bench.state(owner);
        bench.undo(owner, undone);

        assertThat(imported.rows()).isEqualTo(IMPORTED);
        assertThat(full).hasSizeGreaterThan(IMPORTED);
        assertThat(afterUndo)
                .isEqualTo(empty)
                .allMatch(
                        line -> line.startsWith("member ") || line.startsWith("workspace ") || line.startsWith("key "));
        assertThat(bench.state(owner)).isEqualTo(full);
        assertThat(records.count(owner, RecordQuery.of("client"))).isEqualTo(IMPORTED);
    }

    @Test
    void undoOfAPlanThatTouchedOneRecordTwiceTakesBothBack() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        List<String> before = bench.state(owner);
        PlanView done =
                bench.run(owner, noting(here, "one"), noting(here, "two"), new DeleteRecord("thing", here.free()));

        bench.undo(owner, done);

        assertThat(bench.state(owner)).isEqualTo(before);
        assertThat(records.count(owner, RecordQuery.where("thing", Filter.equal("name", "Free"), 1)))
                .isEqualTo(1);
    }

    @Test
    void undoOfAPlanIsRefusedAsAWholeWhereOneOfItsRecordsWasEditedSince() {
        Place place = bench.found();
        Caller owner = place.owner();
        PlanView imported = bench.run(owner, anImport());
        UUID edited = Objects.requireNonNull(imported.changes().get(7).recordId());
        bench.run(owner, new UpdateRecord("client", edited, Values.of("note", "worth keeping")));
        List<String> before = bench.state(owner);

        Rejection refusal = refusal(() -> gateway.proposeUndo(owner, undoOf(imported), null));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(bench.state(owner)).isEqualTo(before);
    }

    @Test
    void restoredFieldNeverPointsToARecordThatIsDeletedByNow() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView without = bench.run(owner, new DeleteField("part", "thing"));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("parent", null)));
        bench.run(owner, new DeleteRecord("thing", here.referred()));

        Rejection refusal = refusal(() -> bench.undo(owner, without));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void restoredEntityNeverRefersToAnEntityThatIsDeletedByNow() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView without = bench.run(owner, new DeleteEntity("part"));
        bench.run(owner, new DeleteEntity("thing"));

        Rejection refusal = refusal(() -> bench.undo(owner, without));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void restoredRecordNeverRefersToARecordThatIsDeletedByNow() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView without = bench.run(owner, new DeleteRecord("thing", here.free()));
        UUID part = records.find(owner, RecordQuery.of("part")).get(0).id();
        bench.run(owner, new DeleteRecord("part", part), new DeleteRecord("thing", here.referred()));

        Rejection refusal = refusal(() -> bench.undo(owner, without));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.details().get(0).field()).isEqualTo("parent");
    }

    @Test
    void recordThatRefersToItselfIsDeletedAndRestored() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        bench.run(
                owner,
                new UpdateRecord(
                        "thing", here.free(), Values.of("parent", here.free().toString())));
        List<String> before = bench.state(owner);
        PlanView without = bench.run(owner, new DeleteRecord("thing", here.free()));

        bench.undo(owner, without);

        assertThat(bench.state(owner)).isEqualTo(before);
    }

    /** An entity and its records, as the import of a file proposes them. */
    private List<Step> anImport() {
        List<Step> steps = new ArrayList<>();
        FieldSpec code = FieldSpec.of("code", "Code", FieldType.TEXT).identifying();
        FieldSpec note = FieldSpec.of("note", "Note", FieldType.TEXT);
        FieldSpec parent = FieldSpec.reference("parent", "Parent", "client");
        steps.add(Step.of("entity", new CreateEntity("client", "Client", List.of(code, note, parent))));
        for (int line = 1; line <= IMPORTED; line++) {
            Map<String, Object> values =
                    line == 1 ? Map.of("code", "C1") : Map.of("code", "C" + line, "parent", "C" + (line - 1));
            steps.add(new Step(
                    "line" + line, CreateRecord.NAME, Map.of("entity", "client", "values", values), null, null));
        }
        return steps;
    }

    private static Operation noting(Furniture here, String note) {
        return new UpdateRecord("thing", here.free(), Values.of("note", note));
    }

    private static Undo undoOf(PlanView plan) {
        return Undo.of(plan(plan));
    }

    private static UndoTarget plan(PlanView plan) {
        return new UndoTarget.Plan(plan.planId());
    }
}
