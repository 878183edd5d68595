package io.frontless.access.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Operation;
import io.frontless.operation.RestoreRole;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Brings back a deleted role. */
@Dependent
public class RestoreRoleHandler implements OperationHandler<RestoreRole> {

    private final Roles roles;
    private final RoleState state;

    @Inject
    public RestoreRoleHandler(Roles roles, RoleState state) {
        this.roles = roles;
        this.state = state;
    }

    @Override
    public Class<RestoreRole> operation() {
        return RestoreRole.class;
    }

    @Override
    public Prepared check(RestoreRole operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        Roles.Kept kept = state.lockDeleted(execution, operation.role());
        RoleState.requireCovered(execution, kept.role());
        state.requireFreeLabel(workspaceId, kept.role());

        return new Prepared(
                RoleState.change(null, kept.role(), kept.version() + 1),
                () -> roles.restore(workspaceId, operation.role()));
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
