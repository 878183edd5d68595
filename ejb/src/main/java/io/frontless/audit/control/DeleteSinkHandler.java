package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.CreateSink;
import io.frontless.operation.DeleteSink;
import io.frontless.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Deletes a sink; its tombstone keeps how far it was. */
@Dependent
public class DeleteSinkHandler implements OperationHandler<DeleteSink> {

    private final SinkRows rows;
    private final SinkState state;

    @Inject
    public DeleteSinkHandler(SinkRows rows, SinkState state) {
        this.rows = rows;
        this.state = state;
    }

    @Override
    public Class<DeleteSink> operation() {
        return DeleteSink.class;
    }

    @Override
    public Prepared check(DeleteSink operation, Execution execution) {
        Owners.require(execution, "has its log exported");
        SinkRows.Row row = state.lock(execution, operation.sink());

        return new Prepared(
                SinkState.change(row.sinkId(), row.terms(), null, row.version() + 1),
                () -> rows.delete(execution.workspaceId(), row.sinkId()));
    }

    @Override
    public Operation inverse(EventView event) {
        return new CreateSink(SinkState.sinkOf(event), SinkState.terms(event.before()));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
