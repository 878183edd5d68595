package io.frontless.engine.control;

import io.frontless.engine.entity.Savepoints;
import io.frontless.event.control.EventView;
import io.frontless.operation.CreateSavepoint;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveSavepoint;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Marks a moment; a mark of the same name must not be there. */
@Dependent
public class CreateSavepointHandler implements OperationHandler<CreateSavepoint> {

    private final SavepointState state;
    private final Savepoints savepoints;

    @Inject
    public CreateSavepointHandler(SavepointState state, Savepoints savepoints) {
        this.state = state;
        this.savepoints = savepoints;
    }

    @Override
    public Class<CreateSavepoint> operation() {
        return CreateSavepoint.class;
    }

    @Override
    public Prepared check(CreateSavepoint operation, Execution execution) {
        Change change = state.change(execution, operation.savepoint(), true);
        return new Prepared(change, () -> savepoints.put(execution.workspaceId(), operation.savepoint()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new RemoveSavepoint(SavepointState.name(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
