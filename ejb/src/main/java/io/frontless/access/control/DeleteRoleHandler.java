package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreRole;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Deletes a role that no member has. */
@Dependent
public class DeleteRoleHandler implements OperationHandler<DeleteRole> {

    private final Roles roles;
    private final Members members;
    private final RoleState state;

    @Inject
    public DeleteRoleHandler(Roles roles, Members members, RoleState state) {
        this.roles = roles;
        this.members = members;
        this.state = state;
    }

    @Override
    public Class<DeleteRole> operation() {
        return DeleteRole.class;
    }

    @Override
    public Prepared check(DeleteRole operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        Roles.Kept kept = state.lockLiving(execution, operation.role());
        RoleState.requireCovered(execution, kept.role());
        int held = members.lockThoseWith(workspaceId, operation.role()).size();
        if (held > 0) {
            throw Rejection.conflict("role", "one that no member has", held + " members with it");
        }

        return new Prepared(
                RoleState.change(kept.role(), null, kept.version() + 1),
                () -> roles.delete(workspaceId, operation.role()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new RestoreRole(RoleState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
