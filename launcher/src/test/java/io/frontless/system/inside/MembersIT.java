package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.MemberView;
import io.frontless.engine.control.PlanView;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.AssignMember;
import io.frontless.operation.CreateRole;
import io.frontless.operation.Grant;
import io.frontless.operation.LeaveWorkspace;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RemoveMember;
import io.frontless.operation.RestoreMember;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.SetPolicy;
import io.frontless.operation.SuspendMember;
import io.frontless.operation.UndoTarget;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Workspaces;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Who is kept out, who goes, who comes back, and who must stay. */
class MembersIT extends InsideApplication {
    private static final int RACES = 5;

    @Inject
    Bench bench;

    @Inject
    Workspaces workspaces;

    @Inject
    AccessQueries access;

    @Inject
    EventQueries events;

    @Inject
    WorkspaceDatabase database;

    @Inject
    Ids ids;

    @Test
    void suspendedMemberIsAStrangerAtEveryDoorUntilLetInAgain() {
        Place place = bench.found();
        Person person = bench.join(place, Role.MEMBER);
        bench.run(place.owner(), new SuspendMember(person.accountId()));

        Rejection kept = refusal(() -> enter(place, person));
        Rejection stranger = refusal(() -> enter(place, bench.person()));

        assertThat(kept.reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(kept.message()).isEqualTo(stranger.message());
        assertThat(workspaces.of(person.accountId())).isEmpty();
        bench.run(place.owner(), new ResumeMember(person.accountId()));
        assertThat(enter(place, person).access().role()).isEqualTo("MEMBER");
        assertThat(workspaces.of(person.accountId())).hasSize(1);
    }

    @Test
    void removedMemberIsAStrangerAndComesBackAsTheyWere() {
        Place place = bench.found();
        Person person = bench.join(place, Role.VIEWER);
        bench.run(place.owner(), new RemoveMember(person.accountId()));

        assertThat(refusal(() -> enter(place, person)).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(access.members(place.owner())).hasSize(1);
        assertThat(access.formerMembers(place.owner()))
                .extracting(MemberView::name)
                .containsExactly(person.name());
        bench.run(place.owner(), RestoreMember.asTheyWere(person.accountId()));
        assertThat(enter(place, person).access()).isEqualTo(Role.VIEWER.access());
    }

    @Test
    void memberOfAnyRoleLeavesAndIsBroughtBackByThoseWhoDecide() {
        Place place = bench.found();
        Person person = bench.join(place, Role.MEMBER);
        bench.run(
                place.owner(), new CreateRole("none", "None", List.of()), new AssignMember(person.accountId(), "none"));
        Caller leaving = enter(place, person);

        PlanView left = bench.run(leaving, new LeaveWorkspace());

        assertThat(refusal(() -> enter(place, person)).reason()).isEqualTo(Reason.NOT_FOUND);
        assertThat(bench.lastEvent(place.owner()).actor()).isEqualTo(person.actor());
        assertThat(bench.lastEvent(place.owner()).action()).isEqualTo("member.leave");
        bench.undo(place.owner(), new UndoTarget.Plan(left.planId()));
        assertThat(enter(place, person).access().role()).isEqualTo("none");
    }

    @Test
    void nobodyTouchesAMemberWhoMayMoreThanTheyAndOnlyOwnersTouchOwners() {
        Place place = bench.found();
        UUID owner = bench.join(place, Role.OWNER).accountId();
        UUID member = bench.join(place, Role.MEMBER).accountId();
        UUID former = bench.join(place, Role.OWNER).accountId();
        bench.run(place.owner(), new RemoveMember(former));
        Caller admin = place.as(Role.ADMIN);
        Caller keeper = place.as(new Role("keeper", "Keeper", List.of(Grant.of(Grant.ANY, Permission.MANAGE_ROLES))));

        for (Operation operation : List.of(new SuspendMember(owner), new RemoveMember(owner))) {
            assertDenied(admin, operation);
        }
        assertDenied(admin, RestoreMember.asTheyWere(former));
        assertDenied(keeper, new SuspendMember(member));
        assertDenied(keeper, new RemoveMember(member));
        bench.run(admin, new SuspendMember(member));
        assertDenied(keeper, new ResumeMember(member));
    }

    @Test
    void suspendedOwnerDoesNotCountAsTheLastWhoCanEnter() {
        Place place = bench.found();
        Person second = bench.join(place, Role.OWNER);
        bench.run(place.owner(), new SuspendMember(second.accountId()));
        UUID founder = place.founder().accountId();

        for (Operation operation : List.of(
                new LeaveWorkspace(),
                new RemoveMember(founder),
                new SuspendMember(founder),
                new AssignMember(founder, "ADMIN"))) {
            Rejection refusal = refusal(() -> bench.propose(place.owner(), operation));
            assertThat(refusal.reason()).as(operation.name()).isEqualTo(Reason.CONFLICT);
            assertThat(refusal.message()).as(operation.name()).contains("the last owner");
        }
    }

    @Test
    void twoOwnersWhoEndEachOthersOwnershipAtTheSameTimeLeaveOne() throws Exception {
        for (Function<UUID, Operation> ending : List.<Function<UUID, Operation>>of(
                RemoveMember::new, SuspendMember::new, member -> new AssignMember(member, "VIEWER"))) {
            for (int race = 0; race < RACES; race++) {
                Place place = bench.found();
                Person second = bench.join(place, Role.OWNER);
                Caller one = place.owner();
                Caller other = enter(place, second);

                List<Reason> refused = atOnce(
                        new Intent(one, ending.apply(second.accountId())),
                        new Intent(other, ending.apply(place.founder().accountId())));

                assertThat(refused).containsExactly(Reason.CONFLICT);
                assertThat(activeOwners(place)).isEqualTo("1");
            }
        }
    }

    @Test
    void twoOwnersWhoLeaveAtTheSameTimeLeaveOne() throws Exception {
        for (int race = 0; race < RACES; race++) {
            Place place = bench.found();
            Person second = bench.join(place, Role.OWNER);

            List<Reason> refused = atOnce(
                    new Intent(place.owner(), new LeaveWorkspace()),
                    new Intent(enter(place, second), new LeaveWorkspace()));

            assertThat(refused).containsExactly(Reason.CONFLICT);
            assertThat(activeOwners(place)).isEqualTo("1");
        }
    }

    @Test
    void policyIsKeptAndGoneByUndo() {
        Place place = bench.found();
        assertThat(access.policy(place.owner()).requireSecondFactor()).isFalse();

        PlanView set = bench.run(place.owner(), new SetPolicy(true, 4));

        assertThat(access.policy(place.owner()).requireSecondFactor()).isTrue();
        assertThat(access.policy(place.owner()).sessionIdleHours()).isEqualTo(4);
        bench.undo(place.owner(), set);
        assertThat(access.policy(place.owner()).sessionIdleHours()).isNull();
        Caller member = place.as(Role.MEMBER);
        assertThat(refusal(() -> access.policy(member)).reason()).isEqualTo(Reason.DENIED);
        assertThat(events.find(member, EventFilter.latest(200)).toString()).doesNotContain("policy.set");
    }

    /** Somebody who is about to do something. */
    private record Intent(Caller caller, Operation operation) {}

    /** Proposes all, then executes all at the same moment; answers why those that were refused were. */
    private List<Reason> atOnce(Intent... intents) throws Exception {
        List<Callable<List<Reason>>> executions = new ArrayList<>();
        CyclicBarrier start = new CyclicBarrier(intents.length);
        for (Intent intent : intents) {
            PlanView plan = bench.propose(intent.caller(), intent.operation());
            executions.add(() -> {
                start.await();
                try {
                    bench.execute(intent.caller(), plan);
                    return List.of();
                } catch (Rejection refusal) {
                    return List.of(refusal.reason());
                }
            });
        }
        List<Reason> refused = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(intents.length);
        try {
            for (Future<List<Reason>> one : threads.invokeAll(executions)) {
                refused.addAll(one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        return refused;
    }

    private String activeOwners(Place place) {
        return database.tried(
                place.workspaceId(),
                connection -> WorkspaceDatabase.text(
                        connection,
                        "select count(*) from member where role = 'OWNER' and removed_at is null and not suspended"));
    }

    private Caller enter(Place place, Person person) {
        return workspaces.enter(person.actor(), place.workspaceId());
    }

    private void assertDenied(Caller caller, Operation operation) {
        assertThat(refusal(() -> bench.propose(caller, operation)).reason())
                .as(operation.name())
                .isEqualTo(Reason.DENIED);
    }
}
