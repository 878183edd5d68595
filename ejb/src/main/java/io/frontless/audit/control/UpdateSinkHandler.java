package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.UpdateSink;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Changes a sink; what it was told already is not told again. */
@Dependent
public class UpdateSinkHandler implements OperationHandler<UpdateSink> {

    private final SinkRows rows;
    private final SinkState state;
    private final SinkConfig config;

    @Inject
    public UpdateSinkHandler(SinkRows rows, SinkState state, SinkConfig config) {
        this.rows = rows;
        this.state = state;
        this.config = config;
    }

    @Override
    public Class<UpdateSink> operation() {
        return UpdateSink.class;
    }

    @Override
    public Prepared check(UpdateSink operation, Execution execution) {
        Owners.require(execution, "has its log exported");
        config.require(operation.terms());
        SinkRows.Row before = state.lock(execution, operation.sink());
        SinkRows.Terms after = SinkState.row(operation.terms());
        if (after.equals(before.terms())) {
            throw Rejection.conflict("sink", "something to change", "the sink as it is");
        }

        return new Prepared(
                SinkState.change(before.sinkId(), before.terms(), after, before.version() + 1),
                () -> rows.change(execution.workspaceId(), before.sinkId(), after));
    }

    @Override
    public Operation inverse(EventView event) {
        return new UpdateSink(SinkState.sinkOf(event), SinkState.terms(event.before()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
