package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Grant;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.UpdateRole;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;

/** Replaces what a role is called and what it allows. */
@Dependent
public class UpdateRoleHandler implements OperationHandler<UpdateRole> {

    private final Roles roles;
    private final RoleState state;
    private final GrantCheck grants;

    @Inject
    public UpdateRoleHandler(Roles roles, RoleState state, GrantCheck grants) {
        this.roles = roles;
        this.state = state;
        this.grants = grants;
    }

    @Override
    public Class<UpdateRole> operation() {
        return UpdateRole.class;
    }

    @Override
    public Prepared check(UpdateRole operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        Roles.Kept kept = state.lockLiving(execution, operation.role());
        Role role = new Role(operation.role(), operation.label(), operation.grants());
        RoleState.requireCovered(execution, kept.role());
        RoleState.requireCovered(execution, role);
        if (role.equals(kept.role())) {
            throw Rejection.conflict("role", "something to change", "the role as it is");
        }
        state.requireFreeLabel(workspaceId, role);
        grants.requireKnown(execution, role.grants());

        return new Prepared(
                RoleState.change(kept.role(), role, kept.version() + 1), () -> roles.change(workspaceId, role));
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new UpdateRole(before.text("key"), before.text("label"), Grant.listFrom(before, "grants"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
