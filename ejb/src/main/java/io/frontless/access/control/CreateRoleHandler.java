package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Operation;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Creates a role. */
@Dependent
public class CreateRoleHandler implements OperationHandler<CreateRole> {

    private final Roles roles;
    private final RoleState state;
    private final GrantCheck grants;

    @Inject
    public CreateRoleHandler(Roles roles, RoleState state, GrantCheck grants) {
        this.roles = roles;
        this.state = state;
        this.grants = grants;
    }

    @Override
    public Class<CreateRole> operation() {
        return CreateRole.class;
    }

    @Override
    public Prepared check(CreateRole operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        Role role = new Role(operation.role(), operation.label(), operation.grants());
        if (Role.readyMade(role.key()).isPresent()
                || roles.lock(workspaceId, role.key()).isPresent()) {
            throw Rejection.conflict("role", "a key that was never used in this workspace", role.key());
        }
        RoleState.requireCovered(execution, role);
        state.requireFreeLabel(workspaceId, role);
        grants.requireKnown(execution, role.grants());

        return new Prepared(RoleState.change(null, role, 1), () -> roles.add(workspaceId, role));
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteRole(RoleState.keyOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
