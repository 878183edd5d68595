package io.frontless.placement.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.MoveWorkspace;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.workspace.entity.PlacementRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;

/** Writes down that a workspace was moved. Only the database that it was moved to can say so. */
@Dependent
public class MoveWorkspaceHandler implements OperationHandler<MoveWorkspace> {

    private final PlaceState state;

    @Inject
    public MoveWorkspaceHandler(PlaceState state) {
        this.state = state;
    }

    @Override
    public Class<MoveWorkspace> operation() {
        return MoveWorkspace.class;
    }

    @Override
    public Prepared check(MoveWorkspace operation, Execution execution) {
        PlacementRows.Place before = state.lock(execution);
        if (!before.is().equals(operation.database())) {
            throw Rejection.conflict(
                    "database", "the one that the workspace was moved to, " + before.is(), operation.database());
        }
        if (before.said().equals(operation.database())) {
            throw Rejection.conflict("database", "another one than it was said to be in before", operation.database());
        }

        return new Prepared(
                PlaceState.change(before, operation.database(), before.said()),
                () -> state.say(execution, operation.database(), before.said()));
    }

    /** Moving back: the operator's as well, so no plan gets that far. */
    @Override
    public Operation inverse(EventView event) {
        return new MoveWorkspace(new Params("before", Objects.requireNonNull(event.before())).text("database"));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(execution);
    }
}
