package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.Findings.Finding;
import io.frontless.engine.control.Findings.Kind;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.Undo.OnConflict;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Undo, from the events of a target to the steps that take them back, and every reason not to. */
class UndoTest {
    private static final UUID OTHER_PLAN = new UUID(0, 500);

    private final World world = new World();

    @Test
    void everyKindOfEventIsTakenBack() {
        world.run(World.create("s1", 1), World.create("s2", 2), World.rename("s3", 1, "x"), World.delete("s4", 2));

        world.run(OTHER_PLAN, undoPlan(OnConflict.ABORT));

        assertThat(world.name(1)).isNull();
        assertThat(world.name(2)).isNull();
        assertThat(world.actions()).endsWith("record.restore", "record.update", "record.delete", "record.delete");
        assertThat(world.event(5).undoes()).isEqualTo(world.eventId(4));
        assertThat(world.event(8).undoes()).isEqualTo(world.eventId(1));
        assertThat(world.event(5).step()).isEqualTo("u1");
        assertThat(world.event(1).standing()).isFalse();
    }

    @Test
    void undoOfAnUndoDoesItAgain() {
        world.run(World.create("s1", 1));
        world.run(undo(1, OnConflict.ABORT));
        assertThat(world.name(1)).isNull();

        world.run(undo(2, OnConflict.ABORT));

        assertThat(world.name(1)).isEqualTo("n1");
        assertThat(world.event(1).standing()).isTrue();
    }

    @Test
    void portionEndsWhereAThingOccursAgain() {
        world.run(World.create("s1", 1), World.create("s2", 2), World.rename("s3", 1, "x"), World.rename("s4", 2, "y"));
        world.journal.clear();

        world.run(OTHER_PLAN, undoPlan(OnConflict.ABORT));

        assertThat(world.journal.stream().filter(entry -> entry.startsWith("prefetchPresent")))
                .containsExactly("prefetchPresent UpdateRecord 2", "prefetchPresent CreateRecord 2");
    }

    @Test
    void eventsAreLookedUpAThousandAtATime() {
        world.engine.run(world.owner, CommandEngineTest.creations(1, 1_001), World.CAUSE);
        world.events.lookups.clear();

        world.run(OTHER_PLAN, undoPlan(OnConflict.ABORT));

        assertThat(world.events.lookups).containsExactly(1_000, 1);
        assertThat(world.actions().stream().filter("record.delete"::equals)).hasSize(1_001);
    }

    @Test
    void laterEditIsAConflictThatNamesTheFields() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "mine"));
        world.run(OTHER_PLAN, World.rename("s1", 1, "theirs"));

        Rejection rejection = Refusals.of(() -> world.run(undo(2, OnConflict.ABORT)));

        assertThat(rejection.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(rejection.message()).isEqualTo("changed since, so undoing it would overwrite a later edit: [name]");
        assertThat(rejection.details()).containsExactly(new Rejection.Detail("name", "mine", "theirs"));
        assertThat(world.name(1)).isEqualTo("theirs");
    }

    @Test
    void laterEditOfAnotherFieldIsNone() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "mine"));
        world.run(OTHER_PLAN, set(1, "place", "there"));

        world.run(undo(2, OnConflict.ABORT));

        assertThat(world.name(1)).isEqualTo("n1");
        assertThat(world.record(1).values()).containsEntry("place", "there");
    }

    @Test
    void creationIsNotTakenBackWithWhatWasAddedLater() {
        world.run(World.create("s1", 1));
        world.run(OTHER_PLAN, set(1, "place", "there"));

        assertThat(Refusals.fieldsOf(() -> world.run(undo(1, OnConflict.ABORT))))
                .startsWith("place");
        assertThat(world.name(1)).isEqualTo("n1");
    }

    @Test
    void skippedConflictIsTold() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "mine"));
        world.run(OTHER_PLAN, World.rename("s1", 1, "theirs"));

        Assessment done = world.run(undo(2, OnConflict.SKIP));

        assertThat(done.findings())
                .containsExactly(new Finding(
                        Kind.DATA,
                        world.eventId(2),
                        "thing",
                        World.id(1),
                        "changed since, so undoing it would overwrite a later edit: [name]"));
        assertThat(world.name(1)).isEqualTo("theirs");
        assertThat(done.changeCount()).isZero();
    }

    @Test
    void forcedUndoOverwritesAndTells() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "mine"));
        world.run(OTHER_PLAN, World.rename("s1", 1, "theirs"));

        Assessment done = world.run(undo(2, OnConflict.FORCE));

        assertThat(world.name(1)).isEqualTo("n1");
        assertThat(done.findings()).extracting(Finding::kind).containsExactly(Kind.DATA);
    }

    @Test
    void forceDoesNotReachWhatIsGoneOrThereAgain() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "mine"));
        world.run(OTHER_PLAN, World.delete("s1", 1));

        assertThat(Refusals.of(() -> world.run(undo(2, OnConflict.FORCE))).message())
                .isEqualTo("thing: expected still there, found deleted since");

        world.run(OTHER_PLAN, Step.of("s1", new RestoreRecord("thing", World.id(1))));
        assertThat(Refusals.of(() -> world.run(undo(3, OnConflict.FORCE))).message())
                .isEqualTo("thing: expected still deleted, found there again");
    }

    @Test
    void allConflictsAreToldAtOnce() {
        world.run(World.create("s1", 1), World.create("s2", 2));
        world.run(OTHER_PLAN, World.rename("s1", 1, "x"), World.rename("s2", 2, "y"));

        Rejection rejection = Refusals.of(() -> world.run(undoPlan(OnConflict.ABORT)));

        assertThat(rejection.message())
                .isEqualTo("2 things cannot be taken back; the first: changed since, so undoing it would overwrite a"
                        + " later edit: [name]");
        assertThat(rejection.details())
                .startsWith(new Rejection.Detail("name", "n2", "y"), new Rejection.Detail("name", "n1", "x"));
    }

    @Test
    void conflictOfACreationTellsWhatWasBuiltOnIt() {
        world.run(World.create("s1", 1));
        world.run(OTHER_PLAN, World.rename("s1", 1, "x"), set(1, "place", "there"));
        String update = "record.update, event ";

        assertThat(Refusals.of(() -> world.run(undo(1, OnConflict.ABORT))).details())
                .endsWith(
                        new Rejection.Detail("dependents", "none, or to be taken back as well", update + 3),
                        new Rejection.Detail("dependents", "none, or to be taken back as well", update + 2))
                .hasSize(4);
    }

    @Test
    void conflictOfAnEditTellsNoDependents() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "x"));
        world.run(OTHER_PLAN, World.rename("s1", 1, "y"));

        assertThat(Refusals.fieldsOf(() -> world.run(undo(2, OnConflict.ABORT))))
                .isEqualTo("name");
    }

    @Test
    void dependentsAreTakenAlong() {
        world.run(World.create("s1", 1));
        world.run(OTHER_PLAN, World.rename("s1", 1, "x"), World.create("s2", 2), refer("s3", 3, 1));

        world.run(Step.of("s1", new Undo(new UndoTarget.Event(world.eventId(1)), OnConflict.ABORT, true)));

        assertThat(world.name(1)).isNull();
        assertThat(world.name(2)).isEqualTo("n2");
        assertThat(world.record(3).deleted()).isTrue();
        assertThat(world.actions().subList(4, 7)).containsExactly("record.delete", "record.update", "record.delete");
    }

    @Test
    void conflictsBeyondFiftyAreNotLookedFor() {
        world.engine.run(world.owner, CommandEngineTest.creations(1, 60), World.CAUSE);
        world.engine.run(
                world.owner,
                LongStream.rangeClosed(1, 60)
                        .mapToObj(number -> World.rename("s" + number, number, "x"))
                        .toList(),
                new CommandEngine.Cause(OTHER_PLAN, null));

        Rejection rejection = Refusals.of(() -> world.run(undoPlan(OnConflict.ABORT)));

        assertThat(rejection.message()).startsWith("50 things cannot be taken back");
        assertThat(rejection.details()).hasSize(100);
    }

    @Test
    void refusedUndoTakesNothingBack() {
        world.run(World.create("s1", 1), World.create("s2", 2));
        world.run(OTHER_PLAN, World.rename("s1", 2, "x"));

        assertThat(Refusals.of(() -> world.run(undoPlan(OnConflict.ABORT)))
                        .details()
                        .get(0))
                .isEqualTo(new Rejection.Detail("name", "n2", "x"));
        assertThat(world.name(1)).isEqualTo("n1");
    }

    @Test
    void whatCannotBeTakenBackIsAnExternalConflict() {
        EventView founded = world.happened("workspace.create", null, null, null, Map.of("label", "w"));
        Undo undo = new Undo(new UndoTarget.Event(founded.eventId()), OnConflict.SKIP, false);

        assertThat(Refusals.of(() -> world.run(undo(1, OnConflict.ABORT))).message())
                .startsWith("event: expected one that can be taken back, found workspace.create");
        assertThat(world.run(Step.of("s1", undo)).findings())
                .extracting(Finding::kind)
                .containsExactly(Kind.EXTERNAL);
    }

    @ParameterizedTest
    @CsvSource({
        "DENIED, x, PERMISSION",
        "NOT_FOUND, x, SCHEMA",
        "INVALID, x, SCHEMA",
        "CONFLICT, x, CONSTRAINT",
        "CONFLICT, a record that nothing refers to, DEPENDENCY"
    })
    void refusedInverseIsAConflictOfItsClass(Reason reason, String expected, Kind kind) {
        world.run(World.create("s1", 1));
        world.refusals.put(World.id(1), Rejection.of(reason, "field", expected, "found"));

        Assessment done = world.run(undo(1, OnConflict.SKIP));

        assertThat(done.findings()).extracting(Finding::kind).containsExactly(kind);
        assertThat(Refusals.of(() -> world.run(undo(1, OnConflict.ABORT))).reason())
                .isEqualTo(reason);
        assertThat(Refusals.of(() -> world.run(undo(1, OnConflict.FORCE))).reason())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"HELD", "SEALED", "LIMIT", "UNAVAILABLE"})
    void refusalThatIsNoConflictEndsAll(Reason reason) {
        world.run(World.create("s1", 1));
        world.refusals.put(World.id(1), new Rejection(reason, "no"));

        assertThat(Refusals.of(() -> world.run(undo(1, OnConflict.SKIP))).reason())
                .isEqualTo(reason);
    }

    @Test
    void refusedEditThatSomethingRefersToTellsDependents() {
        world.run(World.create("s1", 1), World.rename("s2", 1, "x"));
        world.run(OTHER_PLAN, set(1, "place", "x"), World.create("s2", 2));
        world.happened("record.update", "thing", World.id(1), Map.of("name", "x"), Map.of("name", "y"));
        world.refusals.put(World.id(1), Rejection.of(Reason.CONFLICT, "f", "that nothing refers to it", "it"));

        assertThat(Refusals.of(() -> world.run(undo(2, OnConflict.ABORT))).details())
                .contains(new Rejection.Detail(
                        "dependents", "none, or to be taken back as well", "record.update, event 5"));
    }

    @Test
    void deniedInverseHidesOtherConflicts() {
        world.run(World.create("s1", 1), World.create("s2", 2));
        world.run(OTHER_PLAN, World.rename("s1", 2, "x"));
        world.refusals.put(World.id(1), new Rejection(Reason.DENIED, "no"));

        assertThat(Refusals.of(() -> world.run(undoPlan(OnConflict.ABORT))).message())
                .isEqualTo("no");
    }

    @Test
    void inverseReliesOnTheVersionThatWasCompared() {
        world.run(World.create("s1", 1));
        world.run(undo(1, OnConflict.ABORT));

        assertThat(world.record(1).version()).isEqualTo(2);
        assertThat(new UndoHandlerProbe(world).firstStep(2).expectVersion()).isEqualTo(2);
    }

    /** Asks the handler for its steps without running them. */
    private record UndoHandlerProbe(World world) {
        Step firstStep(int seq) {
            Undo undo = Undo.of(new UndoTarget.Event(world.eventId(seq)));
            return world.registry
                    .handlerOf(Undo.class)
                    .children(undo, Execution.plain(world.owner, world.clock.instant()))
                    .next()
                    .get(0);
        }
    }

    private Step undo(int seq, OnConflict onConflict) {
        return Step.of("u1", new Undo(new UndoTarget.Event(world.eventId(seq)), onConflict, false));
    }

    private static Step undoPlan(OnConflict onConflict) {
        return Step.of("u1", new Undo(new UndoTarget.Plan(World.PLAN), onConflict, false));
    }

    private static Step set(long number, String field, String value) {
        return Step.of("s9", new UpdateRecord("thing", World.id(number), Values.of(field, value)));
    }

    private static Step refer(String step, long number, long target) {
        return Step.of(
                step,
                new CreateRecord(
                        "thing",
                        World.id(number),
                        Values.of("of", World.id(target).toString())));
    }
}
