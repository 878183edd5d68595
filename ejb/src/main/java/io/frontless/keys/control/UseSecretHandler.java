package io.frontless.keys.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.OperationHandler;
import io.frontless.engine.control.Prepared;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.UseSecret;
import jakarta.enterprise.context.Dependent;
import java.util.Map;

/** Has the use of a secret written down; there is nothing to change and nothing to take back. */
@Dependent
public class UseSecretHandler implements OperationHandler<UseSecret> {

    @Override
    public Class<UseSecret> operation() {
        return UseSecret.class;
    }

    @Override
    public Prepared check(UseSecret operation, Execution execution) {
        Change change = new Change(
                new Change.Subject(null, null, null),
                operation.purpose(),
                null,
                Map.of("key", operation.secret().toString(), "label", operation.purpose()),
                1,
                0,
                Map.of());
        return new Prepared(change, () -> {});
    }

    @Override
    public Operation inverse(EventView event) {
        throw Rejection.conflict("event", "one that can be taken back", event.action());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        return Present.nothing();
    }
}
