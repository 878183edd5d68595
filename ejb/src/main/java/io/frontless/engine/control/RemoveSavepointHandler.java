package io.frontless.engine.control;

import io.frontless.engine.entity.Savepoints;
import io.frontless.event.control.EventView;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveSavepoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Removes a mark. */
@Dependent
public class RemoveSavepointHandler implements OperationHandler<RemoveSavepoint> {

    private final SavepointState state;
    private final Savepoints savepoints;

    @Inject
    public RemoveSavepointHandler(SavepointState state, Savepoints savepoints) {
        this.state = state;
        this.savepoints = savepoints;
    }

    @Override
    public Class<RemoveSavepoint> operation() {
        return RemoveSavepoint.class;
    }

    @Override
    public Prepared check(RemoveSavepoint operation, Execution execution) {
        Change change = state.change(execution, operation.savepoint(), false);
        return new Prepared(change, () -> savepoints.remove(execution.workspaceId(), operation.savepoint()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new CreateSavepoint(SavepointState.name(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
