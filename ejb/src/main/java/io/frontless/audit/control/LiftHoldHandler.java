package io.frontless.audit.control;

import io.frontless.audit.entity.HoldRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.LiftHold;
import io.frontless.operation.Operation;
import io.frontless.operation.Params;
import io.frontless.operation.PlaceHold;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Objects;

/** Lifts a hold; what it kept is removed by the next round of the retention, if it is due. */
@Dependent
public class LiftHoldHandler implements OperationHandler<LiftHold> {

    private final HoldRows rows;
    private final HoldState state;

    @Inject
    public LiftHoldHandler(HoldRows rows, HoldState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<LiftHold> operation() {
        return LiftHold.class;
    }

    @Override
    public Prepared check(LiftHold operation, Execution execution) {
        Owners.require(execution, "lifts a legal hold");
        HoldRows.Row row = state.lock(execution, operation.hold());

        return new Prepared(
                HoldState.change(row.holdId(), row.terms(), false, row.version() + 1),
                () -> rows.setLifted(execution.workspaceId(), row.holdId(), true));
    }

    @Override
    public Operation inverse(EventView event) {
        Params before = new Params("before", Objects.requireNonNull(event.before()));
        return new PlaceHold(
                HoldState.holdOf(event),
                before.text("label"),
                before.text("reason"),
                before.optionalText("entity").orElse(null),
                before.optionalId("record").orElse(null));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
