package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.UndoSelection.Selected;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.RemoveSavepoint;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which events a target stands for, what builds on them, and what an event is about. */
class UndoTargetsTest {
    private static final UUID OTHER_PLAN = new UUID(0, 500);

    private final World world = new World();
    private final UndoSelection selection = new UndoSelection(world.reader);

    @Test
    void planStepConversationAndWindowAreTheirEventsTheLatestFirst() {
        world.run(World.create("s1", 1), World.create("s2", 2));
        world.run(OTHER_PLAN, World.create("s1", 3));

        assertThat(select(new UndoTarget.Plan(World.PLAN))).containsExactly(2L, 1L);
        assertThat(select(new UndoTarget.PlanStep(World.PLAN, "s1"))).containsExactly(1L);
        assertThat(select(new UndoTarget.Conversation(World.CONVERSATION))).containsExactly(2L, 1L);
        assertThat(select(window(World.ADA, 2, 4))).containsExactly(3L, 2L);
        assertThat(select(window(World.ADA, 2, 3))).containsExactly(2L);
        assertThat(select(new UndoTarget.Event(world.eventId(2)))).containsExactly(2L);
    }

    @Test
    void targetThatNeverWasIsNotFound() {
        world.run(World.create("s1", 1));

        for (UndoTarget target : List.of(
                new UndoTarget.Plan(OTHER_PLAN),
                new UndoTarget.Event(OTHER_PLAN),
                new UndoTarget.Savepoint("x"),
                window(OTHER_PLAN, 0, 9))) {
            assertThat(Refusals.of(() -> select(target)).reason()).isEqualTo(Reason.NOT_FOUND);
        }
    }

    @Test
    void whatWasTakenBackAlreadyIsAConflict() {
        world.run(World.create("s1", 1));
        world.run(OTHER_PLAN, undo(1));

        assertThat(Refusals.fieldsOf(() -> select(new UndoTarget.Event(world.eventId(1)))))
                .isEqualTo("event");
        assertThat(Refusals.fieldsOf(() -> select(new UndoTarget.Plan(World.PLAN))))
                .isEqualTo("target");
    }

    @Test
    void undoCancelsOutWithItsTargetWhereBothAreMeant() {
        world.run(World.create("s1", 1), World.create("s2", 2));
        world.run(OTHER_PLAN, undo(1));

        assertThat(select(window(World.ADA, 0, 9))).containsExactly(2L);
        assertThat(select(window(World.ADA, 2, 9))).containsExactly(3L, 2L);
    }

    @Test
    void targetOfManyEventsIsReadInPages() {
        world.engine.run(world.owner, CommandEngineTest.creations(1, 2_001), World.CAUSE);

        assertThat(select(new UndoTarget.Plan(World.PLAN))).hasSize(2_001).startsWith(2_001L, 2_000L);
    }

    @Test
    void savepointIsAllThatWasDoneAfterTheLatestThatStands() {
        world.run(mark("a"), World.create("s2", 1), mark("b"), World.create("s4", 2));
        assertThat(select(new UndoTarget.Savepoint("a"))).containsExactly(4L, 3L, 2L);
        assertThat(select(new UndoTarget.Savepoint("b"))).containsExactly(4L);

        world.run(Step.of("s1", new RemoveSavepoint("a")), mark("a"), World.create("s3", 3));
        assertThat(select(new UndoTarget.Savepoint("a"))).containsExactly(7L);

        world.run(undo(6));
        assertThat(select(new UndoTarget.Savepoint("a"))).contains(2L);
    }

    @Test
    void savepointIsThereOnceAndCanBeTakenBack() {
        world.run(mark("a"));
        assertThat(Refusals.fieldsOf(() -> world.run(mark("a")))).isEqualTo("savepoint");
        assertThat(Refusals.of(() -> world.run(Step.of("s1", new RemoveSavepoint("b"))))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);

        world.run(undo(1));
        assertThat(world.actions()).containsExactly("savepoint.create", "savepoint.remove");
        world.run(undo(2));
        assertThat(world.actions()).endsWith("savepoint.create");
        assertThat(world.event(2).before()).isEqualTo(Map.of("key", "a", "savepoint", "a"));
        assertThat(world.event(2).after()).isNull();
        assertThat(world.event(3).version()).isEqualTo(3);
        assertThat(world.savepoints.lock(World.WORKSPACE, "a").orElseThrow().there())
                .isTrue();
    }

    @Test
    void savepointReliesOnItsVersion() {
        world.run(mark("a"));

        assertThat(Refusals.fieldsOf(
                        () -> world.run(Step.of("s1", new RemoveSavepoint("a")).expecting(2))))
                .isEqualTo("savepoint.version");
        world.run(Step.of("s1", new RemoveSavepoint("a")).expecting(1));
        SavepointState state = new SavepointState(world.savepoints);
        Execution plain = Execution.plain(world.owner, world.clock.instant());
        assertThat(state.present(world.event(1), plain)).isEqualTo(new Present(null, 2));
        assertThat(state.present(world.happened("savepoint.create", null, null, null, Map.of("savepoint", "z")), plain))
                .isEqualTo(Present.nothing());
    }

    @Test
    void subjectIsToldByWhatItsStateSaysItIs() {
        assertThat(subject("record.update", null)).isEqualTo(new Subject("e", World.id(1), ""));
        assertThat(subject("entity.update", Map.of("key", "k"))).isEqualTo(new Subject("e", World.id(1), ""));
        assertThat(subject("field.move", Map.of("key", "k"))).isEqualTo(new Subject("e", World.id(1), ""));
        assertThat(subject("field.update", Map.of("key", "k", "id", "i")))
                .isEqualTo(new Subject("e", World.id(1), "field k"));
        assertThat(subject("comment.add", Map.of("id", "i"))).isEqualTo(new Subject("e", World.id(1), "comment i"));
        assertThat(subject("member.assign", Map.of())).isEqualTo(new Subject("e", World.id(1), "member "));
        EventView deletion = world.happened("view.delete", "e", null, Map.of("key", "v"), null);
        assertThat(Subject.of(deletion)).isEqualTo(new Subject("e", null, "view v"));
    }

    @Test
    void changedNamesAreThoseThatDiffer() {
        Map<String, @Nullable Object> before = Map.of("a", "x", "b", "y", "c", "z");
        Map<String, @Nullable Object> after = Map.of("a", "x", "b", "Y", "d", "w");

        assertThat(Subject.changedNames(world.happened("record.update", "e", null, before, after)))
                .containsExactly("b", "c", "d");
        assertThat(Subject.changedNames(world.happened("record.create", "e", null, null, after)))
                .containsExactly("a", "b", "d");
        assertThat(Subject.changedNames(world.happened("record.delete", "e", null, before, null)))
                .containsExactly("a", "b", "c");
    }

    @Test
    void goneRecordTaintsWhatIsAboutItAndWhatPointsToIt() {
        Taint taint = taint("record.create", "e", World.id(1), null, Map.of("a", "x"));

        assertThat(taint.reaches(event("comment.add", "e", World.id(1), null, Map.of("id", "i"))))
                .isTrue();
        assertThat(taint.reaches(event("record.update", "e", World.id(1), Map.of("b", "x"), Map.of("b", "y"))))
                .isTrue();
        assertThat(taint.reaches(event(
                        "record.create",
                        "f",
                        World.id(2),
                        null,
                        Map.of("of", World.id(1).toString()))))
                .isTrue();
        assertThat(taint.reaches(event(
                        "record.update",
                        "f",
                        World.id(2),
                        Map.of("a", "x", "of", World.id(1).toString()),
                        Map.of("a", "y", "of", World.id(1).toString()))))
                .isFalse();
        assertThat(taint.reaches(event("record.create", "e", World.id(2), null, Map.of("a", "x"))))
                .isFalse();
        assertThat(taint.goneRecords()).isEqualTo(Set.of(World.id(1)));
        assertThat(taint.records()).isEqualTo(Set.of(World.id(1)));
        assertThat(taint.entities()).isEmpty();
    }

    @Test
    void goneEntityTaintsItsRecordsAndWhatNamesIt() {
        Taint taint = taint("entity.create", "e", null, null, Map.of("label", "E"));

        assertThat(taint.reaches(event("record.create", "e", World.id(1), null, Map.of())))
                .isTrue();
        assertThat(taint.reaches(event("field.create", "f", null, null, Map.of("key", "k", "target", "e"))))
                .isTrue();
        assertThat(taint.reaches(event("field.create", "f", null, null, Map.of("key", "k", "target", "g"))))
                .isFalse();
        assertThat(taint.entities()).isEqualTo(Set.of("e"));
        assertThat(taint.records()).isEmpty();
        assertThat(taint.goneRecords()).isEmpty();
    }

    @Test
    void goneFieldTaintsTheRecordsThatFillIt() {
        Taint taint = taint("field.create", "e", null, null, Map.of("key", "k"));

        assertThat(taint.reaches(event("record.create", "e", World.id(1), null, Map.of("k", "x"))))
                .isTrue();
        assertThat(taint.reaches(event("record.create", "e", World.id(1), null, Map.of("a", "x"))))
                .isFalse();
        assertThat(taint.reaches(event("record.create", "f", World.id(1), null, Map.of("k", "x"))))
                .isFalse();
        assertThat(taint.reaches(event("entity.update", "e", null, Map.of("k", "x"), Map.of("k", "y"))))
                .isFalse();
        assertThat(taint.reaches(event("field.update", "e", null, Map.of("key", "k"), Map.of("key", "k"))))
                .isTrue();
    }

    @Test
    void editTaintsLaterEditsOfTheSameNames() {
        Taint taint = taint("record.update", "e", World.id(1), Map.of("a", "x"), Map.of("a", "y"));

        assertThat(taint.reaches(event("record.update", "e", World.id(1), Map.of("a", "y"), Map.of("a", "z"))))
                .isTrue();
        assertThat(taint.reaches(event("record.update", "e", World.id(1), Map.of("b", "y"), Map.of("b", "z"))))
                .isFalse();
        assertThat(taint.reaches(event("record.update", "e", World.id(2), Map.of("a", "y"), Map.of("a", "z"))))
                .isFalse();
        assertThat(taint.goneRecords()).isEmpty();
    }

    @Test
    void deletionTakesNothingAway() {
        Taint taint = taint("record.delete", "e", World.id(1), Map.of("a", "x"), null);

        assertThat(taint.goneRecords()).isEmpty();
        assertThat(taint.reaches(event("comment.add", "e", World.id(1), null, Map.of("id", "i"))))
                .isFalse();
    }

    @Test
    void dependentsOfDependentsAreFoundAndUndoneOnesAreNot() {
        world.run(World.create("s1", 1));
        world.run(OTHER_PLAN, World.rename("s1", 1, "x"), World.create("s2", 2), World.rename("s3", 1, "y"));
        world.run(OTHER_PLAN, undo(4));
        UndoDependents dependents = new UndoDependents(world.reader, (workspace, gone) -> Set.of());

        List<Selected> found = dependents.with(World.WORKSPACE, List.of(new Selected(1, world.eventId(1))));

        assertThat(found)
                .extracting(Selected::seq)
                .contains(2L, 1L)
                .doesNotContain(3L, 4L)
                .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @Test
    void referrersOfReferrersAreTakenAlong() {
        world.happened("record.create", "e", World.id(1), null, Map.of("a", "x"));
        world.happened(
                "record.create",
                "e",
                World.id(2),
                null,
                Map.of("of", World.id(1).toString()));
        world.happened(
                "record.create",
                "e",
                World.id(3),
                null,
                Map.of("of", World.id(2).toString()));
        world.happened(
                "record.create",
                "e",
                World.id(4),
                null,
                Map.of("of", World.id(9).toString()));
        Map<UUID, UUID> holders = new HashMap<>(Map.of(World.id(1), World.id(2), World.id(2), World.id(3)));
        UndoDependents dependents = new UndoDependents(world.reader, (workspace, gone) -> {
            Set<UUID> found = new HashSet<>();
            gone.forEach(id -> found.add(holders.getOrDefault(id, World.id(4))));
            return found;
        });

        assertThat(dependents.with(World.WORKSPACE, List.of(new Selected(1, world.eventId(1)))))
                .extracting(Selected::seq)
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void schemaTakenBackTakesLaterEventsOfItsEntityAlong() {
        world.happened("entity.create", "e", null, null, Map.of("label", "E"));
        world.happened("record.create", "e", World.id(1), null, Map.of("a", "x"));
        world.happened("record.create", "f", World.id(2), null, Map.of("a", "x"));
        UndoDependents dependents = new UndoDependents(world.reader, (workspace, gone) -> Set.of());

        assertThat(dependents.with(World.WORKSPACE, List.of(new Selected(1, world.eventId(1)))))
                .extracting(Selected::seq)
                .containsExactly(2L, 1L);
    }

    private List<Long> select(UndoTarget target) {
        return selection.select(World.WORKSPACE, target).stream()
                .map(Selected::seq)
                .toList();
    }

    private static UndoTarget window(UUID actor, int from, int to) {
        return new UndoTarget.Window(
                actor, InMemoryEvents.START.plusSeconds(from), InMemoryEvents.START.plusSeconds(to));
    }

    private static Step mark(String name) {
        return Step.of("m" + name, new CreateSavepoint(name));
    }

    private Step undo(int seq) {
        return Step.of("u1", Undo.of(new UndoTarget.Event(world.eventId(seq))));
    }

    private Subject subject(String action, @Nullable Map<String, @Nullable Object> after) {
        return Subject.of(world.happened(action, "e", World.id(1), null, after));
    }

    private Taint taint(
            String action,
            String entity,
            @Nullable UUID record,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        Taint taint = new Taint();
        taint.take(world.happened(action, entity, record, before, after));
        return taint;
    }

    private EventView event(
            String action,
            String entity,
            @Nullable UUID record,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after) {
        return world.happened(action, entity, record, before, after);
    }
}
