package io.frontless.approval.control;

import io.frontless.engine.control.PlanView;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Who may approve a plan, as members and roles are now, inside somebody else's transaction. */
@Dependent
public class Approvers {

    private final Members members;
    private final Roles roles;

    @Inject
    public Approvers(Members members, Roles roles) {
        this.members = members;
        this.roles = roles;
    }

    /** Whether these rights allow to approve a plan: nobody approves what they may not see all of. */
    static boolean mayApprove(Access access, PlanView plan) {
        boolean shown = plan.changes().stream()
                .map(PlanView.ChangeView::entity)
                .filter(Objects::nonNull)
                .allMatch(access::readsAllOf);
        boolean all = plan.changes().size() == plan.changeCount();
        return access.allows(Permission.APPROVE, null) && shown && (all || access.readsEverything());
    }

    /** Whether a person may at present: an active member with such rights. */
    boolean may(UUID workspaceId, UUID accountId, PlanView plan) {
        return members.find(workspaceId, accountId)
                .filter(seat -> may(workspaceId, seat, plan))
                .isPresent();
    }

    /** Whether anybody but this person may at present. */
    boolean anybodyBut(UUID workspaceId, UUID accountId, PlanView plan) {
        return members.all(workspaceId).stream()
                .filter(seat -> !seat.accountId().equals(accountId))
                .anyMatch(seat -> may(workspaceId, seat, plan));
    }

    private boolean may(UUID workspaceId, Seat seat, PlanView plan) {
        return seat.active() && mayApprove(roles.access(workspaceId, seat.role()), plan);
    }
}
