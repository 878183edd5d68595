package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.frontless.approval.control.ApprovalCommands;
import io.frontless.approval.control.ApprovalQueries;
import io.frontless.approval.control.ApprovalView;
import io.frontless.approval.control.ApprovalView.State;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.Confirmation;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.event.control.EventView;
import io.frontless.event.control.Redacted;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.keys.control.WorkspaceKeyQueries;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.DecideApproval.Verdict;
import io.frontless.operation.RedactEvents;
import io.frontless.operation.ShredKeys;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.operation.WithdrawApproval;
import io.frontless.system.inside.TwoPeople.Two;
import io.frontless.vault.control.KeyVersion;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What cannot be taken back is done by two: asked for by one, approved by another, executed once and as it was approved. */
class ApprovalIT extends InsideApplication {
    private static final int RACES = 5;

    @Inject
    TwoPeople people;

    @Resource
    ManagedExecutorService executor;

    @Inject
    Bench bench;

    @Inject
    CommandGateway gateway;

    @Inject
    ApprovalQueries approvals;

    @Inject
    ApprovalCommands commands;

    @Inject
    EventQueries events;

    @Inject
    WorkspaceKeyQueries keys;

    @Inject
    SealedLog sealedLog;

    @Inject
    OwnerDatabase ownerDatabase;

    @Test
    void twoPeopleRedactAndTheProofsStay() {
        Two here = people.two();
        sealedLog.seal(here.owner().workspaceId());
        PlanView plan = people.redaction(here);
        people.assertHeld(here, plan, "none; ask for it");

        commands.request(here.owner(), plan.planId());
        people.assertHeld(here, plan, "one that was asked for and waits");
        ApprovalView shown = approvals.latest(here.admin()).get(0);
        commands.decide(here.admin(), TwoPeople.approving(plan));
        PlanView done = bench.execute(here.owner(), plan);

        assertThat(shown.mayDecide()).isTrue();
        assertThat(shown.plan().changes()).isEqualTo(plan.changes());
        assertThat(shown.plan().hash()).isEqualTo(plan.hash());
        assertThat(done.status()).isEqualTo(PlanView.Status.EXECUTED);
        assertThat(approvals.find(here.owner(), plan.planId()).state()).isEqualTo(State.EXECUTED);
        assertThat(told(here).get(1).before()).containsEntry("note", Redacted.MARK);
        sealedLog.seal(here.owner().workspaceId());
        assertThat(sealedLog.findings(here.owner().workspaceId())).isEmpty();
    }

    @Test
    void logTellsWhoHasApprovedWhat() {
        Two here = people.two();
        PlanView plan = people.approved(here);

        bench.execute(here.owner(), plan);

        EventView execution = bench.lastEvent(here.owner());
        EventView decision = events.find(
                        here.owner(),
                        new EventFilter(
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                new EventFilter.Detail(DecideApproval.NAME, null, null, null, null),
                                1))
                .get(0);
        assertThat(execution.planId()).isEqualTo(plan.planId());
        assertThat(decision.actor()).isEqualTo(here.admin().actor());
        assertThat(decision.after())
                .contains(
                        entry("key", plan.planId().toString()),
                        entry("hash", plan.hash()),
                        entry("status", "approved"),
                        entry("decidedBy", here.admin().actor().id().toString()),
                        entry("reason", "There is a letter"));
    }

    @Test
    void approvalCountsOnce() {
        Two here = people.two();
        PlanView plan = people.approved(here);
        bench.execute(here.owner(), plan);
        List<String> log = bench.log(here.owner());

        bench.execute(here.owner(), plan);

        assertThat(bench.log(here.owner())).isEqualTo(log);
        assertThat(refusal(() -> commands.withdraw(here.admin(), plan.planId())).reason())
                .isEqualTo(Reason.CONFLICT);
        assertThat(refusal(() -> commands.request(here.owner(), plan.planId())).reason())
                .isEqualTo(Reason.CONFLICT);
    }

    @Test
    void twoPeopleDestroyAllKeys() {
        Two here = people.two();
        bench.secret(here.owner());
        PlanView plan = bench.propose(here.owner(), new ShredKeys());
        commands.request(here.owner(), plan.planId());
        commands.decide(here.admin(), TwoPeople.approving(plan));

        bench.execute(here.owner(), plan);

        assertThat(keys.versions(here.owner())).allMatch(KeyVersion::destroyed);
    }

    @Test
    void decisionIsAboutThePreviewThatWasSeenAndMadeOnce() {
        Two here = people.two();
        Caller second = people.joined(here, Role.ADMIN);
        PlanView plan = people.asked(here);

        assertThat(refusal(() -> commands.decide(
                                here.admin(), new DecideApproval(plan.planId(), "0f", Verdict.APPROVE, null)))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
        commands.decide(here.admin(), new DecideApproval(plan.planId(), plan.hash(), Verdict.REFUSE, "No letter"));

        assertThat(refusal(() -> commands.decide(second, TwoPeople.approving(plan)))
                        .reason())
                .isEqualTo(Reason.CONFLICT);
        people.assertHeld(here, plan, "a refusal");
        assertThat(refusal(() -> commands.request(here.owner(), plan.planId())).reason())
                .as("it takes another plan")
                .isEqualTo(Reason.CONFLICT);
        assertThat(approvals.find(here.owner(), plan.planId()).decided())
                .extracting(ApprovalView.Decided::reason)
                .isEqualTo("No letter");
    }

    @Test
    void whatHasChangedSinceIsApprovedAnew() {
        Two here = people.two();
        PlanView plan = people.approved(here);
        bench.run(here.owner(), new UpdateRecord("thing", here.record(), Values.of("note", "again")));
        bench.run(here.owner(), new UpdateRecord("thing", here.record(), Values.of("note", null)));

        assertThat(refusal(() -> bench.execute(here.owner(), plan)).reason()).isEqualTo(Reason.CONFLICT);

        PlanView again = people.redaction(here);
        people.assertHeld(here, again, "none; ask for it");
        assertThat(everyByte(here)).contains(TwoPeople.WORD);
    }

    @Test
    void planOfSeveralRowsIsConfirmedByThemToo() {
        Two here = people.two();
        PlanView plan = people.approved(here);

        assertThat(plan.rows()).isGreaterThan(1);
        assertThat(refusal(() -> gateway.execute(here.owner(), plan.planId(), Confirmation.plain()))
                        .reason())
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void ownWordIsTakenBackUntilItWasUsed() {
        Two here = people.two();
        PlanView plan = people.approved(here);

        assertThat(commands.withdraw(here.admin(), plan.planId()).state()).isEqualTo(State.PENDING);
        people.assertHeld(here, plan, "one that was asked for and waits");
        assertThat(commands.withdraw(here.owner(), plan.planId()).state()).isEqualTo(State.WITHDRAWN);
        people.assertHeld(here, plan, "none; ask for it");
        assertThat(refusal(() -> commands.decide(here.admin(), TwoPeople.approving(plan)))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);

        commands.request(here.owner(), plan.planId());
        commands.decide(here.admin(), TwoPeople.approving(plan));
        assertThat(bench.execute(here.owner(), plan).status()).isEqualTo(PlanView.Status.EXECUTED);
    }

    @Test
    void planWaitsForAWeekAndNoLonger() throws Exception {
        Two here = people.two();
        PlanView plan = people.approved(here);

        Instant until = approvals.find(here.owner(), plan.planId()).plan().expiresAt();
        assertThat(until).isAfter(Instant.now().plus(Duration.ofDays(6)));
        ownerDatabase.in(here.owner().workspaceId(), connection -> {
            WorkspaceDatabase.change(
                    connection,
                    "update plan set expires_at = clock_timestamp() - interval '1 second' where plan_id = ?",
                    plan.planId());
            return true;
        });

        assertThat(approvals.find(here.owner(), plan.planId()).state()).isEqualTo(State.EXPIRED);
        assertThat(refusal(() -> bench.execute(here.owner(), plan)).reason()).isEqualTo(Reason.CONFLICT);
        assertThat(refusal(() -> commands.withdraw(here.admin(), plan.planId())).reason())
                .isEqualTo(Reason.CONFLICT);
        assertThat(approvals.waiting(here.admin())).isZero();
    }

    @Test
    void ofTwoWhoDecideAtOnceOneDoes() throws Exception {
        for (int race = 0; race < RACES; race++) {
            Two here = people.two();
            Caller second = people.joined(here, Role.ADMIN);
            PlanView plan = people.asked(here);
            DecideApproval refusing = new DecideApproval(plan.planId(), plan.hash(), Verdict.REFUSE, null);

            long done = atOnce(
                    () -> commands.decide(here.admin(), TwoPeople.approving(plan)),
                    () -> commands.decide(second, refusing));

            assertThat(done).isOne();
            assertThat(actions(here, DecideApproval.NAME)).isOne();
        }
    }

    @Test
    void whatIsExecutedIsExecutedOnceAndOnlyWhatIsApproved() throws Exception {
        for (int race = 0; race < RACES; race++) {
            Two here = people.two();
            PlanView plan = people.approved(here);

            atOnce(
                    () -> bench.execute(here.owner(), plan),
                    () -> commands.withdraw(here.admin(), plan.planId()),
                    () -> bench.execute(here.owner(), plan));

            long executed = actions(here, RedactEvents.NAME);
            assertThat(executed + actions(here, WithdrawApproval.NAME))
                    .as("either it was executed or the approval taken back")
                    .isOne();
            assertThat(approvals.find(here.owner(), plan.planId()).state())
                    .isEqualTo(executed == 1 ? State.EXECUTED : State.PENDING);
        }
    }

    /** How many of these were not refused, all begun together. */
    private long atOnce(Runnable... requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.length);
        List<Future<Boolean>> running = new ArrayList<>();
        for (Runnable request : requests) {
            running.add(executor.submit(() -> {
                start.await();
                try {
                    request.run();
                    return true;
                } catch (Rejection refused) {
                    return false;
                }
            }));
        }
        long done = 0;
        for (Future<Boolean> one : running) {
            done += one.get() ? 1 : 0;
        }
        return done;
    }

    private long actions(Two here, String action) {
        return events.find(here.owner(), EventFilter.latest(100)).stream()
                .filter(event -> event.action().equals(action))
                .count();
    }

    private List<EventView> told(Two here) {
        return events.find(here.owner(), EventFilter.ofRecord("thing", here.record(), 20));
    }

    private String everyByte(Two here) {
        return ownerDatabase.in(
                here.owner().workspaceId(),
                connection ->
                        String.join("", WorkspaceDatabase.texts(connection, "select to_jsonb(e)::text from event e")));
    }
}
