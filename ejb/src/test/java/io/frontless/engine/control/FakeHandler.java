package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;
import java.util.List;

/** A handler that notes what it is asked to prefetch, and does nothing else unless a test says so. */
class FakeHandler<O extends Operation> implements OperationHandler<O> {
    final World world;
    private final Class<O> operation;

    FakeHandler(World world, Class<O> operation) {
        this.world = world;
        this.operation = operation;
    }

    @Override
    public Class<O> operation() {
        return operation;
    }

    @Override
    public void prefetch(List<O> operations, Execution execution) {
        world.journal.add("prefetch " + operation.getSimpleName() + " " + operations.size());
    }

    @Override
    public void prefetchPresent(List<EventView> events, Execution execution) {
        world.journal.add("prefetchPresent " + operation.getSimpleName() + " " + events.size());
    }

    @Override
    public Prepared check(O asked, Execution execution) {
        throw new UnsupportedOperationException(asked.name());
    }

    @Override
    public Operation inverse(EventView event) {
        throw new UnsupportedOperationException(event.action());
    }

    @Override
    public Present present(EventView event, Execution execution) {
        throw new UnsupportedOperationException(event.action());
    }
}
