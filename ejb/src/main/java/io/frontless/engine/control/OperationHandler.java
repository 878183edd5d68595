package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;

/** What one operation means. There is exactly one handler for each; the engine alone calls it, after it has authorized the caller. */
public interface OperationHandler<O extends Operation> {

    /** The operation it handles. */
    Class<O> operation();

    /**
     * Resolves what the operation speaks of, locks it, and checks every precondition; changes nothing. A precondition that does not hold
     * is a {@link io.frontless.kernel.Rejection}.
     */
    Prepared check(O operation, Execution execution);

    /** The operation that takes an event of this handler back. */
    Operation inverse(EventView event);

    /** How the thing that an event changed is now; what an undo compares with the event. */
    Present present(EventView event, Execution execution);
}
