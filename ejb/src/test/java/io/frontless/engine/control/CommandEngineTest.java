package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.frontless.event.control.EventView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How a plan's steps run: in order, each authorized, checked, written and told of by one event. */
class CommandEngineTest {
    private final World world = new World();

    @Test
    void stepsRunInOrderAndLeaveOneEventEach() {
        Assessment done = world.run(World.create("s1", 1), World.rename("s2", 1, "new"), World.delete("s3", 1));

        assertThat(world.actions()).containsExactly("record.create", "record.update", "record.delete");
        EventView update = world.event(2);
        assertThat(update.before()).isEqualTo(Map.of("name", "n1"));
        assertThat(update.after()).isEqualTo(Map.of("name", "new"));
        assertThat(update.version()).isEqualTo(2);
        assertThat(update.entity()).isEqualTo("thing");
        assertThat(update.recordId()).isEqualTo(World.id(1));
        assertThat(update.planId()).isEqualTo(World.PLAN);
        assertThat(update.conversationId()).isEqualTo(World.CONVERSATION);
        assertThat(update.step()).isEqualTo("s2");
        assertThat(update.undoes()).isNull();
        assertThat(update.actor()).isEqualTo(world.owner.actor());
        assertThat(done.rows()).isEqualTo(3);
    }

    @Test
    void laterStepRefersToWhatAnEarlierOneTouched() {
        Step referring = new Step(
                "s2",
                UpdateRecord.NAME,
                Map.of("entity", "thing", "id", "$s1.id", "values", Map.of("name", "x")),
                null,
                null);

        world.run(World.create("s1", 1), referring);

        assertThat(world.name(1)).isEqualTo("x");
    }

    @Test
    void stepThatTouchesNoRecordIsNotReferredTo() {
        Step referring = new Step("s3", "record.delete", Map.of("entity", "thing", "id", "$s2.id"), null, null);

        for (Step nothing : List.of(Step.of("s2", new UpdateEntity("thing", "Thing")), World.upsert("s2"))) {
            World fresh = new World();
            assertThat(Refusals.fieldsOf(() -> fresh.run(World.create("s1", 1), nothing, referring)))
                    .isEqualTo("s3.id");
        }
    }

    @Test
    void stepThatStandsForOthersIsReferredToAsTheirLast() {
        world.composite = asked -> Children.of(List.of(World.create("c1", 1), World.create("c2", 2)));
        Step referring = new Step("s2", "record.delete", Map.of("entity", "thing", "id", "$s1.id"), null, null);

        world.run(World.upsert("s1"), referring);

        assertThat(world.name(1)).isEqualTo("n1");
        assertThat(world.name(2)).isNull();
    }

    @Test
    void stepsOfOneKindThatFollowEachOtherAreReadTogetherAThousandAtATime() {
        world.engine.run(world.owner, creations(1, 1_003), World.CAUSE);
        world.run(World.create("s1", 2_001), World.rename("s2", 1, "x"), World.rename("s3", 2, "x"));

        assertThat(prefetched())
                .containsExactly("prefetch CreateRecord 1000", "prefetch CreateRecord 3", "prefetch UpdateRecord 2");
    }

    @Test
    void stepsThatCannotBeReadYetAreReadWhenTheirTurnComes() {
        Step first = new Step("s2", "record.delete", Map.of("entity", "thing", "id", "$s1.id"), null, null);
        Step second = new Step("s3", "record.delete", Map.of("entity", "thing", "id", "$s0.id"), null, null);

        world.run(World.create("s0", 1), World.create("s1", 2), first, second);

        assertThat(world.actions()).endsWith("record.delete", "record.delete");
        assertThat(prefetched()).contains("prefetch DeleteRecord 2");
    }

    @Test
    void nothingIsReadTogetherForWhoMayNotDoIt() {
        Rejection rejection = Refusals.of(
                () -> world.engine.run(world.as(Grant.of(Grant.ANY, Permission.READ)), creations(1, 2), World.CAUSE));

        assertThat(rejection.reason()).isEqualTo(Reason.DENIED);
        assertThat(world.journal).isEmpty();
        assertThat(world.events.all()).isEmpty();
    }

    @Test
    void refusalOfARightDoesNotSayWhichStep() {
        assertThat(Refusals.of(() -> world.engine.run(
                                world.as(Grant.of("other", Permission.READ, Permission.CREATE)),
                                creations(1, 2),
                                World.CAUSE))
                        .message())
                .isEqualTo("your role in this workspace does not allow this (CREATE)");
    }

    @Test
    void refusalOfOneStepAmongManySaysWhich() {
        Rejection many = Refusals.of(() -> world.run(World.create("s1", 1), World.delete("s2", 9)));
        Rejection alone = Refusals.of(() -> new World().run(World.delete("s1", 9)));

        assertThat(many.message()).startsWith("s2 (record.delete): record: expected one that exists");
        assertThat(many.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(many.details()).isEqualTo(alone.details());
        assertThat(alone.message()).startsWith("record: expected one that exists");
    }

    @Test
    void writtenWithEveryThousandthChangeAndAtTheEnd() {
        List<Long> told = new ArrayList<>();

        world.engine.run(world.owner, creations(1, 1_002), World.CAUSE, told::add);

        assertThat(world.events.batches).containsExactly(1_000, 2);
        assertThat(told).containsExactly(1_000L, 1_002L);
        assertThat(world.journal.stream().filter("flush"::equals)).hasSize(2);
        assertThat(world.journal.get(1_001)).isEqualTo("flush");
    }

    @Test
    void watcherStopsThePlan() {
        assertThatThrownBy(() -> world.engine.run(world.owner, creations(1, 1_001), World.CAUSE, rows -> {
                    throw new IllegalStateException("enough");
                }))
                .hasMessage("enough");
    }

    @Test
    void childrenRunBeforeTheirParentEachWithItsEvent() {
        world.run(World.create("s1", 1), World.create("s2", 2));
        world.cascade =
                asked -> asked.id().equals(World.id(1)) ? Children.of(List.of(World.delete("c1", 2))) : Children.NONE;

        world.run(World.delete("s9", 1));

        assertThat(world.event(3).recordId()).isEqualTo(World.id(2));
        assertThat(world.event(4).recordId()).isEqualTo(World.id(1));
        assertThat(world.event(3).step()).isEqualTo("s9");
        assertThat(world.event(4).step()).isEqualTo("s9");
    }

    @Test
    void portionSeesWhatTheOneBeforeItDid() {
        Iterator<List<Step>> portions = List.of(List.of(World.create("c1", 1)), List.of(World.rename("c2", 1, "x")))
                .iterator();
        world.composite = asked -> () -> portions.hasNext() ? portions.next() : List.of();

        world.run(World.upsert("s1"));

        assertThat(world.name(1)).isEqualTo("x");
    }

    @Test
    void refusedChildIsNamedAndEndsAllUnlessItsParentGoesOn() {
        List<String> told = new ArrayList<>();
        List<Step> steps = List.of(World.delete("c1", 9));
        world.composite = asked -> Children.of(steps);
        assertThat(Refusals.of(() -> world.run(World.upsert("s1"))).message())
                .startsWith("c1 (record.delete): record:");

        world.composite = asked -> new Tolerant(List.of(World.delete("c1", 9), World.create("c2", 2)), told);
        world.run(World.upsert("s1"));

        assertThat(told).hasSize(1);
        assertThat(told.get(0)).startsWith("c1: c1 (record.delete): record:");
        assertThat(world.name(2)).isEqualTo("n2");
    }

    /** Goes on without those of its steps that are refused. */
    private static final class Tolerant implements Children {
        private final Children steps;
        private final List<String> told;

        Tolerant(List<Step> steps, List<String> told) {
            this.steps = Children.of(steps);
            this.told = told;
        }

        @Override
        public List<Step> next() {
            return steps.next();
        }

        @Override
        public void refused(Step step, Rejection rejection) {
            told.add(step.id() + ": " + rejection.message());
        }
    }

    @Test
    void stepsWithinStepsEndAt16() {
        nest(16);
        world.run(World.upsert("s1"));
        assertThat(world.name(1)).isEqualTo("n1");

        World deeper = new World();
        int[] left = {17};
        deeper.composite = asked -> Children.of(List.of(--left[0] > 0 ? World.upsert("c1") : World.create("c1", 1)));
        assertThat(Refusals.of(() -> deeper.run(World.upsert("s1"))).reason()).isEqualTo(Reason.LIMIT);
    }

    @Test
    void nobodyReliesOnAVersionOfWhatIsCreated() {
        Rejection rejection = Refusals.of(() -> world.run(World.create("s1", 1).expecting(1)));

        assertThat(rejection.reason()).isEqualTo(Reason.INVALID);
        assertThat(world.records.byId).isEmpty();
    }

    @Test
    void versionThatAStepReliesOnMustBeThePresentOne() {
        world.run(World.create("s1", 1));

        assertThat(Refusals.of(() -> world.run(World.rename("s1", 1, "x").expecting(2)))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
        world.run(World.rename("s1", 1, "x").expecting(1));
        assertThat(world.name(1)).isEqualTo("x");
    }

    @Test
    void whatStandsForOthersIsAllowedByThose() {
        world.run(World.create("s1", 1));
        Undo undo = Undo.of(new UndoTarget.Event(world.eventId(1)));

        world.engine.run(
                world.as(Grant.of("thing", Permission.READ, Permission.DELETE)),
                List.of(Step.of("s1", undo)),
                World.CAUSE);

        assertThat(world.name(1)).isNull();
    }

    @Test
    void whatIsTheWholeWorkspacesIsNotAllowedByAnEntitysGrant() {
        assertDenied(Step.of("s1", new CreateSavepoint("x")), Grant.of("thing", Permission.READ, Permission.UPDATE));
        assertDenied(World.upsert("s1"), Grant.of("other", Permission.READ));
        assertDenied(Step.of("s1", Undo.of(new UndoTarget.Plan(World.PLAN))), Grant.of("thing", Permission.UPDATE));
    }

    @Test
    void unseenRunAnswersItsLastChangeAndTheEventOfIt() {
        CommandEngine.Done done = world.engine.runUnseen(
                world.owner, List.of(World.create("s1", 1), World.rename("s2", 1, "x")), World.CAUSE);

        assertThat(done.eventId()).isEqualTo(world.eventId(2));
        assertThat(done.last().version()).isEqualTo(2);
        assertThat(done.last().after()).isEqualTo(Map.of("name", "x"));
        assertThat(done.assessment().rows()).isEqualTo(2);
    }

    @Test
    void unseenRunThatChangesNothingIsRefused() {
        Rejection rejection =
                Refusals.of(() -> world.engine.runUnseen(world.owner, List.of(World.upsert("s1")), World.CAUSE));

        assertThat(rejection.message()).isEqualTo("operations: expected something to change, found nothing");
    }

    @Test
    void operationThatBreaksItsOwnBoundsIsRefused() {
        Step wrong = new Step("s1", CreateRecord.NAME, Map.of("entity", "thing"), null, null);

        assertThat(Refusals.fieldsOf(() -> world.run(wrong))).isEqualTo("id");
    }

    private void nest(int depth) {
        int[] left = {depth};
        world.composite = asked -> Children.of(List.of(--left[0] > 0 ? World.upsert("c1") : World.create("c1", 1)));
    }

    private void assertDenied(Step step, Grant grant) {
        assertThat(Refusals.of(() -> world.engine.run(world.as(grant), List.of(step), World.CAUSE))
                        .reason())
                .isEqualTo(Reason.DENIED);
    }

    private List<String> prefetched() {
        return world.journal.stream()
                .filter(entry -> entry.startsWith("prefetch "))
                .toList();
    }

    static List<Step> creations(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> Step.of("s" + number, new CreateRecord("thing", World.id(number), Values.none())))
                .toList();
    }
}
