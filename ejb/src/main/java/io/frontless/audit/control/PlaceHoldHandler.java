package io.frontless.audit.control;

import io.frontless.audit.entity.HoldRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.LiftHold;
import io.frontless.operation.Operation;
import io.frontless.operation.PlaceHold;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Places a hold. What it is on need not be there any more: its history is. An id is used once; only taking a lifting back places the same one again. */
@Dependent
public class PlaceHoldHandler implements OperationHandler<PlaceHold> {

    private final HoldRows rows;
    private final HoldState state;

    @Inject
    public PlaceHoldHandler(HoldRows rows, HoldState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<PlaceHold> operation() {
        return PlaceHold.class;
    }

    @Override
    public Prepared check(PlaceHold operation, Execution execution) {
        Owners.require(execution, "places a legal hold");
        UUID workspaceId = execution.workspaceId();
        state.lockRemovals(workspaceId);
        Optional<HoldRows.Row> earlier = rows.lock(workspaceId, operation.id());
        earlier.ifPresent(row -> {
            execution.requireVersion("hold", row.version());
            if (!row.lifted() || execution.undoes() == null) {
                throw Rejection.conflict("id", "an id that was never used", operation.id());
            }
        });
        if (rows.inForce(workspaceId).size() >= Limits.HOLDS_MAX) {
            throw Rejection.of(Reason.LIMIT, "hold", "at most " + Limits.HOLDS_MAX, "as many");
        }

        HoldRows.Terms terms = earlier.map(HoldRows.Row::terms)
                .orElseGet(() -> new HoldRows.Terms(
                        operation.label(), operation.reason(), operation.entity(), operation.record()));
        long version = earlier.map(row -> row.version() + 1).orElse(1L);
        return new Prepared(HoldState.change(operation.id(), terms, true, version), () -> {
            if (earlier.isPresent()) {
                rows.setLifted(workspaceId, operation.id(), false);
            } else {
                rows.add(workspaceId, operation.id(), terms);
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new LiftHold(HoldState.holdOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
