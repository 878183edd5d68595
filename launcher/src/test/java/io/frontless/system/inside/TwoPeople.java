package io.frontless.system.inside;

import static io.frontless.system.inside.Refusal.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.approval.control.ApprovalCommands;
import io.frontless.engine.control.PlanView;
import io.frontless.identity.control.Person;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.CreateRecord;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.DecideApproval.Verdict;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.RedactEvents;
import io.frontless.operation.UpdateRecord;
import io.frontless.operation.Values;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Workspaces;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** People who do together what cannot be taken back: redact the history of a record. */
@Dependent
public class TwoPeople {
    /** What the history of the record tells. */
    static final String WORD = "Zebedee";

    @Inject
    Bench bench;

    @Inject
    ApprovalCommands commands;

    @Inject
    Workspaces workspaces;

    @Inject
    Ids ids;

    /** A workspace with an owner who can ask, an admin who can approve, and a record whose history has to go. */
    record Two(Place place, Caller admin, UUID record) {
        Caller owner() {
            return place.owner();
        }
    }

    Two two() {
        Place place = bench.found();
        Caller owner = place.owner();
        UUID record = ids.get();
        bench.run(
                owner,
                new CreateEntity(
                        "thing",
                        "Thing",
                        List.of(
                                FieldSpec.of("name", "Name", FieldType.TEXT).identifying(),
                                FieldSpec.of("note", "Note", FieldType.TEXT))));
        bench.run(
                owner,
                new CreateRecord("thing", record, Values.of("name", "Free").with("note", WORD)));
        bench.run(owner, new UpdateRecord("thing", record, Values.of("note", null)));
        Person admin = bench.join(place, Role.ADMIN);
        return new Two(place, workspaces.enter(admin.actor(), place.workspaceId()), record);
    }

    Caller joined(Two here, Role role) {
        return workspaces.enter(
                bench.join(here.place(), role).actor(), here.owner().workspaceId());
    }

    PlanView redaction(Two here) {
        return bench.propose(here.owner(), new RedactEvents("thing", here.record(), List.of("note"), "asked for"));
    }

    PlanView asked(Two here) {
        PlanView plan = redaction(here);
        commands.request(here.owner(), plan.planId());
        return plan;
    }

    PlanView approved(Two here) {
        PlanView plan = asked(here);
        commands.decide(here.admin(), approving(plan));
        return plan;
    }

    static DecideApproval approving(PlanView plan) {
        return new DecideApproval(plan.planId(), plan.hash(), Verdict.APPROVE, "There is a letter");
    }

    void assertHeld(Two here, PlanView plan, String found) {
        Rejection refusal = refusal(() -> bench.execute(here.owner(), plan));
        assertThat(refusal.reason()).isEqualTo(Reason.HELD);
        assertThat(refusal.details().get(0).found()).isEqualTo(found);
    }
}
