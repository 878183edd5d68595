package io.frontless.keys.control;

import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;

/** What happens to a key cannot be taken back. */
interface LastingKeyHandler<O extends Operation> extends OperationHandler<O> {

    @Override
    default Operation inverse(EventView event) {
        throw Rejection.conflict("event", "one that can be taken back", event.action());
    }

    @Override
    default Present present(EventView event, Execution execution) {
        return Present.nothing();
    }
}
