package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.approval.control.ApprovalCommands;
import io.frontless.approval.control.ApprovalQueries;
import io.frontless.approval.control.ApprovalView.State;
import io.frontless.engine.control.PlanView;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.operation.AssignMember;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.Grant;
import io.frontless.operation.Permission;
import io.frontless.operation.ResumeMember;
import io.frontless.operation.ShredKeys;
import io.frontless.operation.SuspendMember;
import io.frontless.system.inside.TwoPeople.Two;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Workspaces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who approves, who does not, and whose approval counts when it is used. */
class ApprovalRightsIT extends InsideApplication {
    @Inject
    TwoPeople people;

    @Inject
    Bench bench;

    @Inject
    ApprovalQueries approvals;

    @Inject
    ApprovalCommands commands;

    @Inject
    Workspaces workspaces;

    @Inject
    Ids ids;

    @Test
    void nobodyDecidesWhoMayNot() {
        Two here = people.two();
        Two elsewhere = people.two();
        PlanView plan = people.asked(here);
        DecideApproval approval = TwoPeople.approving(plan);
        Caller key = new Caller(here.owner().workspaceId(), Actor.apiKey(ids.get(), "Scanner"), Role.OWNER.access());

        assertThat(refusal(() -> commands.decide(here.owner(), approval)).reason())
                .as("their own")
                .isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> commands.decide(key, approval)).reason()).isEqualTo(Reason.DENIED);
        assertThat(refusal(() -> commands.request(key, plan.planId())).reason()).isEqualTo(Reason.DENIED);
        for (Role role : List.of(Role.MEMBER, Role.VIEWER)) {
            Caller caller = people.joined(here, role);
            assertThat(refusal(() -> commands.decide(caller, approval)).reason())
                    .as(role.key())
                    .isEqualTo(Reason.DENIED);
            assertThat(approvals.latest(caller)).isEmpty();
        }
        for (Caller other : List.of(elsewhere.owner(), elsewhere.admin())) {
            assertThat(refusal(() -> commands.decide(other, approval)).reason()).isEqualTo(Reason.NOT_FOUND);
            assertThat(refusal(() -> approvals.find(other, plan.planId())).reason())
                    .isEqualTo(Reason.NOT_FOUND);
            assertThat(refusal(() -> commands.request(other, plan.planId())).reason())
                    .isEqualTo(Reason.NOT_FOUND);
            assertThat(refusal(() -> commands.withdraw(other, plan.planId())).reason())
                    .isEqualTo(Reason.NOT_FOUND);
        }
        people.assertHeld(here, plan, "one that was asked for and waits");
    }

    @Test
    void nobodyApprovesWhatTheyMayNotSeeAllOf() {
        Two here = people.two();
        bench.run(
                here.owner(),
                new CreateRole(
                        "watch",
                        "Watch",
                        List.of(
                                Grant.of(Grant.ANY, Permission.READ, Permission.APPROVE),
                                Grant.of("thing", Permission.READ).hiding("note"))));
        Caller admin = here.admin();
        bench.run(here.owner(), new AssignMember(admin.actor().id(), "watch"));
        Caller watch = workspaces.enter(admin.actor(), admin.workspaceId());
        PlanView redaction = people.redaction(here);
        PlanView shredding = bench.propose(here.owner(), new ShredKeys());

        assertThat(refusal(() -> commands.request(here.owner(), redaction.planId()))
                        .message())
                .contains("nobody else here who may approve");
        commands.request(here.owner(), shredding.planId());

        assertThat(approvals.latest(watch))
                .extracting(one -> one.plan().planId())
                .containsExactly(shredding.planId());
        assertThat(refusal(() -> commands.decide(watch, TwoPeople.approving(redaction)))
                        .reason())
                .isEqualTo(Reason.NOT_FOUND);
        assertThat(commands.decide(watch, TwoPeople.approving(shredding)).state())
                .isEqualTo(State.APPROVED);
    }

    @Test
    void whoeverHasLostTheRightDoesNotCount() {
        Two here = people.two();
        UUID admin = here.admin().actor().id();
        PlanView plan = people.approved(here);

        bench.run(here.owner(), new SuspendMember(admin));
        people.assertHeld(here, plan, "that of somebody who may not approve any more; ask again");
        bench.run(here.owner(), new ResumeMember(admin));
        bench.run(here.owner(), new AssignMember(admin, "MEMBER"));
        people.assertHeld(here, plan, "that of somebody who may not approve any more; ask again");
        assertThat(approvals.find(here.owner(), plan.planId()).state()).isEqualTo(State.LAPSED);

        Caller second = people.joined(here, Role.ADMIN);
        commands.request(here.owner(), plan.planId());
        commands.decide(second, TwoPeople.approving(plan));
        assertThat(bench.execute(here.owner(), plan).status()).isEqualTo(PlanView.Status.EXECUTED);
    }

    @Test
    void whoIsAloneIsToldToInviteSomebody() {
        Place place = bench.found();
        PlanView plan = bench.propose(place.owner(), new ShredKeys());

        for (Runnable tried : List.<Runnable>of(
                () -> bench.execute(place.owner(), plan), () -> commands.request(place.owner(), plan.planId()))) {
            assertThat(refusal(tried).reason()).isEqualTo(Reason.HELD);
            assertThat(refusal(tried).message()).contains("invite somebody, and give them a role with this right");
        }
    }
}
