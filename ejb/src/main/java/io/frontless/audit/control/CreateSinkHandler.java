package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateSink;
import io.frontless.operation.DeleteSink;
import io.frontless.operation.Operation;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Creates a sink. An id is used once; only taking a deletion back brings the same one back, where it was. */
@Dependent
public class CreateSinkHandler implements OperationHandler<CreateSink> {

    private final SinkRows rows;
    private final SinkState state;
    private final SinkConfig config;

    @Inject
    public CreateSinkHandler(SinkRows rows, SinkState state, SinkConfig config) {
        this.rows = rows;
        this.state = state;
        this.config = config;
    }

    @Override
    public Class<CreateSink> operation() {
        return CreateSink.class;
    }

    @Override
    public Prepared check(CreateSink operation, Execution execution) {
        Owners.require(execution, "has its log exported");
        config.require(operation.terms());
        UUID workspaceId = execution.workspaceId();
        Optional<SinkRows.Row> earlier = rows.lock(workspaceId, operation.id());
        earlier.ifPresent(row -> {
            execution.requireVersion("sink", row.version());
            if (!row.deleted() || execution.undoes() == null) {
                throw Rejection.conflict("id", "an id that was never used", operation.id());
            }
        });
        if (rows.living(workspaceId).size() >= Limits.SINKS_MAX) {
            throw Rejection.of(Reason.LIMIT, "sink", "at most " + Limits.SINKS_MAX, "as many");
        }

        SinkRows.Terms terms = SinkState.row(operation.terms());
        long version = earlier.map(row -> row.version() + 1).orElse(1L);
        return new Prepared(SinkState.change(operation.id(), null, terms, version), () -> {
            if (earlier.isPresent()) {
                rows.change(workspaceId, operation.id(), terms);
            } else {
                rows.add(workspaceId, operation.id(), terms);
            }
        });
    }

    @Override
    public Operation inverse(EventView event) {
        return new DeleteSink(SinkState.sinkOf(event));
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return state.present(event, execution);
    }
}
