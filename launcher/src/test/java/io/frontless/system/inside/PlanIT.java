package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.Confirmation;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.Risk;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateEntity;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.record.control.RecordQueries;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A plan: executed exactly as previewed, once, by the person who proposed it, as long as it is open. */
class PlanIT extends InsideApplication {
    private static final int THREADS = 8;

    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    EventQueries events;

    @Inject
    RecordQueries records;

    @Inject
    OwnerDatabase ownerDatabase;

    @Inject
    Ids ids;

    @Resource
    ManagedExecutorService executor;

    @Test
    void executionDoesExactlyWhatThePreviewShowed() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(
                owner, noting(here, "new"), new CreateRecord("thing", ids.get(), Values.of("name", "Third")));

        PlanView executed = bench.execute(owner, proposed);

        List<EventView> done = new ArrayList<>(events.ofPlan(owner, proposed.planId()));
        Collections.reverse(done);
        assertThat(executed.changes()).isEqualTo(proposed.changes());
        assertThat(executed.hash()).isEqualTo(proposed.hash());
        assertThat(done).hasSize(proposed.changeCount());
        for (int index = 0; index < done.size(); index++) {
            PlanView.ChangeView shown = proposed.changes().get(index);
            EventView event = done.get(index);
            assertThat(event.action()).isEqualTo(shown.action());
            assertThat(event.recordId()).isEqualTo(shown.recordId());
            assertThat(event.before()).isEqualTo(shown.before());
            assertThat(event.after()).isEqualTo(shown.after());
        }
    }

    @Test
    void previewChangesNothing() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        List<String> state = bench.state(owner);
        List<String> log = bench.log(owner);

        bench.propose(owner, noting(here, "new"), new UpdateEntity("thing", "Article"));

        assertThat(bench.state(owner)).isEqualTo(state);
        assertThat(bench.log(owner)).isEqualTo(log);
    }

    @Test
    void planWhoseRecordHasChangedSinceItsPreviewIsStale() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(owner, noting(here, "mine"));
        bench.run(owner, new UpdateRecord("thing", here.free(), Values.of("kind", "blue")));
        List<String> state = bench.state(owner);

        Rejection refusal = refusal(() -> bench.execute(owner, proposed));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.message()).contains("stale");
        assertThat(bench.state(owner)).isEqualTo(state);
        assertThat(gateway.plan(owner, proposed.planId()).status()).isEqualTo(PlanView.Status.PROPOSED);
    }

    @Test
    void planOfWhichOneStepIsRefusedLeavesNoneOfItsStepsDone() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        UUID id = ids.get();
        PlanView proposed =
                bench.propose(owner, noting(here, "mine"), new CreateRecord("thing", id, Values.of("name", "Third")));
        bench.run(owner, new CreateRecord("thing", ids.get(), Values.of("name", "third")));
        List<String> state = bench.state(owner);
        List<String> log = bench.log(owner);

        Rejection refusal = refusal(() -> bench.execute(owner, proposed));

        assertThat(refusal.message()).startsWith("s2 (record.create): name: ");
        assertThat(bench.state(owner)).isEqualTo(state);
        assertThat(bench.log(owner)).isEqualTo(log);
    }

    @Test
    void executingTwiceAnswersTheSameAndDoesItOnce() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(owner, noting(here, "new"));
        PlanView first = bench.execute(owner, proposed);
        List<String> log = bench.log(owner);

        PlanView second = bench.execute(owner, proposed);

        assertThat(second).isEqualTo(first);
        assertThat(bench.log(owner)).isEqualTo(log);
    }

    @Test
    void executingInParallelDoesItOnce() throws Exception {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(owner, noting(here, "new"));
        int before = bench.log(owner).size();
        CountDownLatch start = new CountDownLatch(1);
        List<Future<PlanView>> answers = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            answers.add(executor.submit(() -> {
                start.await();
                return bench.execute(owner, proposed);
            }));
        }

        start.countDown();

        for (Future<PlanView> answer : answers) {
            assertThat(answer.get(30, TimeUnit.SECONDS).status()).isEqualTo(PlanView.Status.EXECUTED);
        }
        assertThat(bench.log(owner)).hasSize(before + 1);
    }

    @Test
    void planOfSeveralRowsWantsTheirNumber() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(
                owner, noting(here, "new"), new UpdateRecord("thing", here.referred(), Values.of("note", "new")));
        List<String> state = bench.state(owner);

        Rejection none = refusal(() -> gateway.execute(owner, proposed.planId(), Confirmation.plain()));
        Rejection wrong = refusal(() -> gateway.execute(owner, proposed.planId(), new Confirmation(3L, null)));

        assertThat(proposed.risk()).isEqualTo(Risk.BULK);
        assertThat(proposed.rows()).isEqualTo(2);
        assertThat(List.of(none, wrong))
                .allMatch(refusal -> refusal.reason() == Reason.INVALID)
                .allMatch(refusal -> refusal.details().get(0).field().equals("rows"));
        assertThat(bench.state(owner)).isEqualTo(state);
    }

    @Test
    void changeOfTheSchemaWantsTheNumberOfItsRows() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(owner, new UpdateEntity("thing", "Article"));

        Rejection none = refusal(() -> gateway.execute(owner, proposed.planId(), Confirmation.plain()));

        assertThat(proposed.risk()).isEqualTo(Risk.SCHEMA);
        assertThat(none.reason()).isEqualTo(Reason.INVALID);
    }

    @Test
    void confirmationOfAnotherHashIsRefused() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(owner, noting(here, "new"));

        Rejection refusal =
                refusal(() -> gateway.execute(owner, proposed.planId(), new Confirmation(1L, "0".repeat(64))));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
    }

    @Test
    void discardedPlanIsNotExecutedAndExecutedPlanNotDiscarded() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView discarded = bench.propose(owner, noting(here, "never"));
        PlanView executed = bench.run(owner, noting(here, "done"));
        gateway.discard(owner, discarded.planId());

        Rejection ofDiscarded = refusal(() -> bench.execute(owner, discarded));
        Rejection ofExecuted = refusal(() -> gateway.discard(owner, executed.planId()));

        assertThat(ofDiscarded.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(ofExecuted.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(note(here)).isEqualTo("done");
    }

    @Test
    void expiredPlanIsNotExecuted() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanView proposed = bench.propose(owner, noting(here, "late"));
        int expired = ownerDatabase.in(
                owner.workspaceId(),
                connection -> WorkspaceDatabase.change(
                        connection,
                        "update plan set expires_at = clock_timestamp() where plan_id = ?",
                        proposed.planId()));

        Rejection refusal = refusal(() -> bench.execute(owner, proposed));

        assertThat(expired).isEqualTo(1);
        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.message()).contains("expired");
        assertThat(note(here)).isNull();
    }

    @Test
    void planBelongsToWhomProposedIt() {
        Furniture here = Furniture.in(bench, ids);
        PlanView proposed = bench.propose(here.place().owner(), noting(here, "new"));
        Person other = bench.person();
        Caller stranger = new Caller(here.place().workspaceId(), other.actor(), Role.OWNER.access());
        UUID never = ids.get();

        Rejection refusal = refusal(() -> bench.execute(stranger, proposed));
        Rejection unknown = refusal(() -> gateway.execute(stranger, never, Confirmation.plain()));

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(refusal.message().replace(proposed.planId().toString(), "?"))
                .isEqualTo(unknown.message().replace(never.toString(), "?"));
    }

    @Test
    void repeatedRequestWithTheSameKeyMakesNoSecondPlan() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        PlanDraft draft = new PlanDraft("Bench", List.of(creation("New")), null, "key-1");

        PlanView first = gateway.propose(owner, draft);
        PlanView second = gateway.propose(owner, draft);

        assertThat(second).isEqualTo(first);
    }

    @Test
    void keyThatWasUsedForAnotherRequestIsAConflict() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        gateway.propose(owner, new PlanDraft("Bench", List.of(creation("New")), null, "key-1"));

        Rejection refusal = refusal(
                () -> gateway.propose(owner, new PlanDraft("Bench", List.of(creation("Newer")), null, "key-1")));

        assertThat(refusal.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal.details().get(0).field()).isEqualTo("idempotencyKey");
    }

    @Test
    void laterStepRefersToTheRecordOfAnEarlierOne() {
        Furniture here = Furniture.in(bench, ids);
        Caller owner = here.place().owner();
        Step child = new Step(
                "s2",
                CreateRecord.NAME,
                Map.of("entity", "thing", "values", Map.of("name", "Child", "parent", "$s1.id")),
                null,
                null);

        PlanView done = bench.run(owner, List.of(creation("Parent"), child));

        UUID parent = done.changes().get(0).recordId();
        UUID id = Objects.requireNonNull(done.changes().get(1).recordId());
        assertThat(records.record(owner, "thing", id).values().get("parent")).isEqualTo(String.valueOf(parent));
    }

    @Test
    void stepThatRefersToALaterOneIsRefused() {
        Furniture here = Furniture.in(bench, ids);
        Step child = new Step(
                "s1",
                CreateRecord.NAME,
                Map.of("entity", "thing", "values", Map.of("name", "Child", "parent", "$s2.id")),
                null,
                null);

        Rejection refusal = refusal(() -> bench.propose(here.place().owner(), List.of(child)));

        assertThat(refusal.reason()).isEqualTo(Reason.INVALID);
        assertThat(refusal.details().get(0).found()).isEqualTo("$s2.id");
    }

    private @Nullable Object note(Furniture here) {
        return records.record(here.place().owner(), "thing", here.free())
                .values()
                .get("note");
    }

    private static Step creation(String name) {
        return new Step("s1", CreateRecord.NAME, Map.of("entity", "thing", "values", Map.of("name", name)), null, null);
    }

    private static Operation noting(Furniture here, String note) {
        return new UpdateRecord("thing", here.free(), Values.of("note", note));
    }
}
