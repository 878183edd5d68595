package io.frontless.identity.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateWorkspace;
import io.frontless.operation.Operation;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Foundation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;

/** Founds a workspace: its row, its owner and its key. */
@Dependent
public class CreateWorkspaceHandler implements OperationHandler<CreateWorkspace> {

    private final Foundation foundation;
    private final Vault vault;

    @Inject
    public CreateWorkspaceHandler(Foundation foundation, Vault vault) {
        this.foundation = foundation;
        this.vault = vault;
    }

    @Override
    public Class<CreateWorkspace> operation() {
        return CreateWorkspace.class;
    }

    @Override
    public Prepared check(CreateWorkspace operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        if (foundation.exists(workspaceId)) {
            throw Rejection.conflict("workspace", "one that does not exist yet", workspaceId);
        }

        Change change = new Change(
                new Change.Subject(null, null, null),
                operation.label(),
                null,
                Map.of("label", operation.label()),
                1,
                0,
                Map.of());
        return new Prepared(change, () -> {
            foundation.lay(
                    workspaceId, operation.label(), execution.caller().actor().id());
            vault.createWorkspaceKey(workspaceId);
        });
    }

    @Override
    public Operation inverse(EventView event) {
        throw Rejection.conflict("event", "one that can be taken back", event.action());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return Present.nothing();
    }
}
