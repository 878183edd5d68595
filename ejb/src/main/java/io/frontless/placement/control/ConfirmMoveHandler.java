package io.frontless.placement.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConfirmMove;
import io.frontless.operation.Operation;
import io.frontless.workspace.entity.PlacementRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Writes down that the copy which a move had left was deleted. */
@Dependent
public class ConfirmMoveHandler implements OperationHandler<ConfirmMove> {

    private final PlaceState state;

    @Inject
    public ConfirmMoveHandler(PlaceState state) {
        this.state = state;
    }

    @Override
    public Class<ConfirmMove> operation() {
        return ConfirmMove.class;
    }

    @Override
    public Prepared check(ConfirmMove operation, Execution execution) {
        PlacementRows.Place before = state.lock(execution);
        if (!operation.database().equals(before.copyOn())) {
            throw Rejection.conflict(
                    "database",
                    before.copyOn() == null ? "none, there is no copy" : before.copyOn(),
                    operation.database());
        }

        return new Prepared(
                PlaceState.change(before, before.said(), null), () -> state.say(execution, before.said(), null));
    }

    @Override
    public Operation inverse(EventView event) {
        throw Rejection.conflict("event", "one that can be taken back", event.action());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(execution);
    }
}
