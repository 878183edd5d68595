package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;
import java.util.List;

/** An operation that changes one thing and leaves one event. The engine alone calls its handler, after it has authorized the caller. */
public non-sealed interface OperationHandler<O extends Operation> extends Handler<O> {

    /** Most operations take nothing else along. */
    @Override
    default Children children(O operation, Execution execution) {
        return Children.NONE;
    }

    /** Reads at once what checking these operations one by one would read; only ever makes that faster. */
    default void prefetch(List<O> operations, Execution execution) {}

    /**
     * Resolves what the operation speaks of, locks it, and checks every precondition; changes nothing. A precondition that does not hold
     * is a {@link io.frontless.kernel.Rejection}.
     */
    Prepared check(O operation, Execution execution);

    /** Reads at once what {@link #present} would read of these events one by one, all of this handler's operation. */
    default void prefetchPresent(List<EventView> events, Execution execution) {}

    /** The operation that takes an event of this handler back. */
    Operation inverse(EventView event);

    /** How the thing that an event changed is now; what an undo compares with the event. */
    Present present(EventView event, Execution execution);
}
