package io.frontless.engine.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Refusals;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.CreateWorkspace;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The one door: what is proposed is previewed and kept, what is executed is what was shown, and what is refused is written down. */
class CommandGatewayTest {
    private static final UUID NO_PLAN = new UUID(9, 9);

    private final Door door = new Door();
    private final World world = door.world;
    private final CommandGateway gateway = door.gateway;
    private final Caller stranger =
            new Caller(World.WORKSPACE, Actor.person(new UUID(0, 900), "Eve"), Role.MEMBER.access());

    @Test
    void proposalIsPreviewedKeptAndChangesNothing() {
        PlanView plan = door.propose(draft("Add one", World.create("s1", 1)));

        assertThat(world.records.byId).isEmpty();
        assertThat(world.events.all()).isEmpty();
        assertThat(plan.status()).isEqualTo(PlanView.Status.PROPOSED);
        assertThat(plan.summary()).isEqualTo("Add one");
        assertThat(plan.conversationId()).isEqualTo(World.CONVERSATION);
        assertThat(plan.risk()).isEqualTo(Risk.REVERSIBLE);
        assertThat(plan.rows()).isEqualTo(1);
        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.createdAt()).isEqualTo(InMemoryEvents.START);
        assertThat(plan.expiresAt()).isEqualTo(InMemoryEvents.START.plus(Duration.ofHours(24)));
        assertThat(gateway.plan(world.owner, plan.planId())).isEqualTo(plan);
        assertThat(door.refused).isEmpty();
    }

    @Test
    void planIsExecutedOnceAsItWasShown() {
        PlanView plan = door.propose(draft("Add one", World.create("s1", 1)));

        PlanView done = gateway.execute(world.owner, plan.planId(), new Confirmation(null, plan.hash()));
        PlanView again = gateway.execute(world.owner, plan.planId(), Confirmation.plain());

        assertThat(done.status()).isEqualTo(PlanView.Status.EXECUTED);
        assertThat(again).isEqualTo(done);
        assertThat(world.actions()).containsExactly("record.create");
        assertThat(world.event(1).planId()).isEqualTo(plan.planId());
        assertThat(world.event(1).conversationId()).isEqualTo(World.CONVERSATION);
    }

    @Test
    void idsAreChosenOnceForPreviewAndExecution() {
        Step without = new Step("s1", CreateRecord.NAME, Map.of("entity", "thing", "values", Map.of()), null, null);

        PlanView plan = door.propose(draft("Add one", without));
        gateway.execute(world.owner, plan.planId(), Confirmation.plain());

        assertThat(world.event(1).recordId()).isEqualTo(plan.changes().get(0).recordId());
    }

    @Test
    void freezerChoosesOnlyWhatIsNotGiven() {
        Step given = World.create("s1", 1);
        Step other = new Step("s2", "record.update", Map.of("a", "x"), 1L, NO_PLAN);
        Step open = new Step("s3", "link.add", Map.of("a", "x"), 2L, NO_PLAN);

        List<Step> frozen = Freezer.freeze(List.of(given, other, open), world.ids);

        assertThat(frozen.subList(0, 2)).containsExactly(given, other);
        assertThat(frozen.get(2).params()).containsKey("id").containsEntry("a", "x");
        assertThat(frozen.get(2).id()).isEqualTo("s3");
        assertThat(frozen.get(2).expectVersion()).isEqualTo(2);
        assertThat(frozen.get(2).undoes()).isEqualTo(NO_PLAN);
    }

    @Test
    void stalePlanIsRefused() {
        world.run(World.create("s1", 1));
        PlanView plan = door.propose(draft("Rename", World.rename("s1", 1, "x")));
        world.run(World.rename("s1", 1, "y"));

        Rejection rejection = Refusals.of(() -> gateway.execute(world.owner, plan.planId(), Confirmation.plain()));

        assertThat(rejection.message()).startsWith("the plan is stale");
        assertThat(gateway.plan(world.owner, plan.planId()).status()).isEqualTo(PlanView.Status.PROPOSED);
        assertThat(door.refused).containsExactly("plan.execute CONFLICT " + plan.planId());
    }

    @Test
    void bulkPlanWantsItsRowsConfirmed() {
        PlanView plan = door.propose(draft("Add two", World.create("s1", 1), World.create("s2", 2)));

        assertThat(Refusals.fieldsOf(() -> gateway.execute(world.owner, plan.planId(), Confirmation.plain())))
                .isEqualTo("rows");
        assertThat(world.records.byId).isEmpty();
        gateway.execute(world.owner, plan.planId(), new Confirmation(2L, null));
        assertThat(world.records.byId).hasSize(2);
    }

    @Test
    void planThatExpiredOrWasDiscardedIsNotExecuted() {
        PlanView plan = door.propose(draft("Add one", World.create("s1", 1)));
        at(Duration.ofHours(24));
        assertThat(Refusals.of(() -> gateway.execute(world.owner, plan.planId(), Confirmation.plain()))
                        .message())
                .startsWith("plan: expected one that has not expired");
        at(Duration.ofHours(24).minusNanos(1));

        assertThat(gateway.discard(world.owner, plan.planId()).status()).isEqualTo(PlanView.Status.DISCARDED);
        assertThat(Refusals.of(() -> gateway.execute(world.owner, plan.planId(), Confirmation.plain()))
                        .message())
                .endsWith("found discarded");
    }

    @Test
    void planIsExecutedUntilItExpires() {
        PlanView plan = door.propose(draft("Add one", World.create("s1", 1)));
        at(Duration.ofHours(24).minusNanos(1));

        assertThat(gateway.execute(world.owner, plan.planId(), Confirmation.plain())
                        .status())
                .isEqualTo(PlanView.Status.EXECUTED);
        assertThat(Refusals.of(() -> gateway.discard(world.owner, plan.planId()))
                        .message())
                .contains("undo it instead");
    }

    @Test
    void planOfAnotherDoesNotExist() {
        PlanView plan = door.propose(draft("Add one", World.create("s1", 1)));

        assertThat(Refusals.of(() -> gateway.plan(stranger, plan.planId())).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(Refusals.of(() -> gateway.discard(stranger, plan.planId())).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(Refusals.of(() -> gateway.execute(stranger, plan.planId(), Confirmation.plain()))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(door.store.summary(stranger, plan.planId())).contains(new PlanStore.Summary("Add one", 1));
        Caller limited = new Caller(
                World.WORKSPACE,
                stranger.actor(),
                world.as(Grant.of("thing", Permission.READ)).access());
        assertThat(door.store.summary(limited, plan.planId())).isEmpty();
        assertThat(door.store.summary(world.as(Grant.of("thing", Permission.READ)), plan.planId()))
                .isPresent();
    }

    @Test
    void sameKeyAndBodyGetTheSamePlan() {
        PlanDraft draft = keyed("Add one", World.create("s1", 1));
        PlanView plan = door.propose(draft);
        door.plans.latestHasKey("key");

        assertThat(door.propose(draft)).isEqualTo(plan);
        assertThat(door.plans.count()).isEqualTo(1);
        assertThat(Refusals.fieldsOf(() -> door.propose(keyed("Add two", World.create("s1", 1)))))
                .isEqualTo("idempotencyKey");
        assertThat(Refusals.fieldsOf(() -> door.propose(keyed("Add one", World.create("s1", 2)))))
                .isEqualTo("idempotencyKey");
    }

    @Test
    void oneReversibleChangeRunsAtOnce() {
        CommandView done = gateway.run(world.owner, draft("Add one", World.create("s1", 1)));

        assertThat(done)
                .isEqualTo(new CommandView(
                        world.eventId(1), World.id(1), 1, "title", Map.of("name", "n1"), Map.of("t", "T")));
        assertThat(world.event(1).planId()).isNull();
        assertThat(world.event(1).conversationId()).isEqualTo(World.CONVERSATION);
        assertThat(door.plans.count()).isZero();
    }

    @Test
    void anythingElseNeedsAPlan() {
        assertThat(Refusals.of(() -> gateway.run(
                                world.owner, draft("Add two", World.create("s1", 1), World.create("s2", 2))))
                        .message())
                .isEqualTo("this needs a plan, to be looked at and confirmed: it touches 2 rows, its risk is BULK");
        assertThat(door.refused).containsExactly("plan.run CONFLICT null");
    }

    @Test
    void commandWithAKeyIsAnsweredAgainWithoutRunning() {
        PlanDraft draft = keyed("Add one", World.create("s1", 1));
        CommandView done = gateway.run(world.owner, draft);
        door.plans.latestHasKey("key");

        assertThat(gateway.run(world.owner, draft)).isEqualTo(done);
        assertThat(world.actions()).hasSize(1);
        UUID planId = world.event(1).planId();
        assertThat(planId).isNotNull();
        assertThat(gateway.plan(world.owner, planId).status()).isEqualTo(PlanView.Status.EXECUTED);
    }

    @Test
    void keyOfAPlanIsNoCommands() {
        PlanDraft two = keyed("Add two", World.create("s1", 1), World.create("s2", 2));
        PlanView plan = door.propose(two);
        door.plans.latestHasKey("key");
        assertThat(Refusals.fieldsOf(() -> gateway.run(world.owner, two))).isEqualTo("idempotencyKey");
        gateway.execute(world.owner, plan.planId(), new Confirmation(2L, null));
        assertThat(Refusals.fieldsOf(() -> gateway.run(world.owner, two))).isEqualTo("idempotencyKey");
    }

    @Test
    void foundingRunsAtOnceThoughItCannotBeTakenBack() {
        Caller founder = new Caller(World.WORKSPACE, world.owner.actor(), Access.founding());

        gateway.found(founder, new CreateWorkspace("Acme"));

        assertThat(world.actions()).containsExactly("workspace.create");
        assertThat(world.event(1).planId()).isNull();
        assertThat(Refusals.of(() -> gateway.found(world.owner, new CreateWorkspace("Acme")))
                        .reason())
                .isEqualTo(Reason.DENIED);
        assertThat(door.refused).containsExactly("workspace.create DENIED null");
    }

    @Test
    void undoAndRedoOfTheLatestChange() {
        PlanView plan = door.propose(draft("Add one", World.create("s1", 1)));
        gateway.execute(world.owner, plan.planId(), Confirmation.plain());
        door.commit();

        PlanView undo = gateway.proposeUndoOfLast(world.owner, World.CONVERSATION);
        assertThat(undo.summary()).isEqualTo("Undo: Add one");
        assertThat(world.name(1)).isEqualTo("n1");
        gateway.execute(world.owner, undo.planId(), Confirmation.plain());
        assertThat(world.name(1)).isNull();

        door.commit();
        assertThat(Refusals.of(() -> gateway.proposeUndoOfLast(world.owner, null))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        PlanView redo = gateway.proposeRedo(world.owner, null);
        assertThat(redo.summary()).isEqualTo("Undo: Undo: Add one");
        gateway.execute(world.owner, redo.planId(), Confirmation.plain());
        assertThat(world.name(1)).isEqualTo("n1");
        assertThat(door.refused).containsExactly("undo.propose NOT_FOUND null");
    }

    @Test
    void nothingIsUndoneOrRedoneWhereNothingWasDone() {
        assertThat(Refusals.of(() -> gateway.proposeRedo(world.owner, null)).reason())
                .isEqualTo(Reason.NOT_FOUND);
        world.run(World.create("s1", 1));
        assertThat(Refusals.of(() -> gateway.proposeRedo(world.owner, null)).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(Refusals.of(() -> gateway.proposeUndoOfLast(world.owner, NO_PLAN))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(Refusals.of(() -> gateway.proposeUndoOfLast(stranger, null)).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(door.refused).startsWith("redo.propose NOT_FOUND null");
    }

    @Test
    void whatCannotBeTakenBackIsPassedOver() {
        world.run(World.create("s1", 1));
        world.happened("workspace.create", null, null, null, Map.of("label", "x"));

        assertThat(door.targets.last(world.owner, null)).isEqualTo(new UndoTarget.Plan(World.PLAN));
    }

    @Test
    void undoIsCalledByWhatItTakesBack() {
        PlanView plan = door.propose(draft("Add two", World.create("s1", 1), World.create("s2", 2)));
        gateway.execute(world.owner, plan.planId(), new Confirmation(2L, null));
        world.happened("record.create", "thing", World.id(7), null, Map.of());
        world.run(World.create("s1", 3));

        assertThat(summary(new UndoTarget.Plan(plan.planId()))).isEqualTo("Undo: Add two");
        assertThat(summary(new UndoTarget.Plan(NO_PLAN))).isEqualTo("Undo a plan");
        assertThat(summary(new UndoTarget.PlanStep(plan.planId(), "s2"))).isEqualTo("Undo: Add two, step s2");
        assertThat(summary(new UndoTarget.Event(world.eventId(1)))).isEqualTo("Undo part of: Add two");
        assertThat(summary(new UndoTarget.Event(world.eventId(3)))).isEqualTo("Undo record.create, event 3");
        assertThat(summary(new UndoTarget.Event(world.eventId(4)))).isEqualTo("Undo record.create, event 4");
        assertThat(summary(new UndoTarget.Event(NO_PLAN))).isEqualTo("Undo an event");
        assertThat(summary(new UndoTarget.Savepoint("x"))).isEqualTo("Go back to x");
        assertThat(summary(new UndoTarget.Conversation(NO_PLAN))).isEqualTo("Undo what was done in a conversation");
        assertThat(summary(new UndoTarget.Window(World.ADA, InMemoryEvents.START, InMemoryEvents.START.plusSeconds(1))))
                .isEqualTo("Undo what was done from 2026-11-23T12:00:00Z to 2026-11-23T12:00:01Z");
        assertThat(summary(new UndoTarget.Savepoint("x".repeat(500)))).hasSize(500);
    }

    @Test
    void undoOfOneEventOfAPlanOfOneIsCalledByIt() {
        PlanView plan = door.propose(draft("Add one", World.create("s1", 1)));
        gateway.execute(world.owner, plan.planId(), Confirmation.plain());
        world.happened("record.create", "thing", World.id(7), null, Map.of());

        assertThat(summary(new UndoTarget.Event(world.eventId(1)))).isEqualTo("Undo: Add one");
        assertThat(door.targets.last(world.owner, null)).isEqualTo(new UndoTarget.Event(world.eventId(2)));
    }

    @Test
    void refusedUndoIsWrittenDown() {
        assertThat(Refusals.of(() -> gateway.proposeUndo(world.owner, Undo.of(new UndoTarget.Plan(NO_PLAN)), null))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(Refusals.of(() -> gateway.discard(world.owner, NO_PLAN)).reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(door.refused).containsExactly("undo.propose NOT_FOUND null", "plan.discard NOT_FOUND " + NO_PLAN);
    }

    @Test
    void planTellsWhichStepDeletedARecord() {
        PlanSteps steps = new PlanSteps(door.plans, world.reader);
        PlanView plan =
                door.propose(draft("Come and go", World.create("s1", 1), World.delete("s2", 1), World.create("s3", 2)));
        gateway.execute(world.owner, plan.planId(), new Confirmation(3L, null));
        UndoTarget.PlanStep step = new UndoTarget.PlanStep(plan.planId(), "s2");

        assertThat(steps.deletionOf(World.WORKSPACE, "thing", World.id(1))).contains(step);
        assertThat(steps.deletionOf(World.WORKSPACE, "other", World.id(1))).isEmpty();
        assertThat(steps.deletionOf(World.WORKSPACE, "thing", World.id(2))).isEmpty();
        assertThat(steps.was(World.WORKSPACE, step, "record.delete")).isTrue();
        assertThat(steps.was(World.WORKSPACE, step, "record.create")).isFalse();
        assertThat(steps.was(World.WORKSPACE, new UndoTarget.PlanStep(NO_PLAN, "s2"), "record.delete"))
                .isFalse();
        world.run(Step.of("u1", Undo.of(step)));
        assertThat(steps.deletionOf(World.WORKSPACE, "thing", World.id(1))).isEmpty();
        world.happened("record.delete", "thing", World.id(2), Map.of(), null);
        assertThat(steps.deletionOf(World.WORKSPACE, "thing", World.id(2))).isEmpty();
    }

    private void at(Duration later) {
        door.at(Clock.fixed(InMemoryEvents.START.plus(later), ZoneOffset.UTC));
    }

    private String summary(UndoTarget target) {
        return door.targets.summary(world.owner, target);
    }

    private static PlanDraft draft(String summary, Step... steps) {
        return draft(summary, null, steps);
    }

    private static PlanDraft keyed(String summary, Step... steps) {
        return draft(summary, "key", steps);
    }

    private static PlanDraft draft(String summary, @Nullable String key, Step... steps) {
        return new PlanDraft(summary, List.of(steps), World.CONVERSATION, key);
    }
}
