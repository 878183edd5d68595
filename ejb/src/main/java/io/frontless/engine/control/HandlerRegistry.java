package io.frontless.engine.control;

import io.frontless.event.control.EventView;
import io.frontless.operation.Operation;
import io.frontless.operation.Operations;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Knows the one handler of every operation; an operation with none, or with two, stops the start. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class HandlerRegistry {

    @Inject
    @Any
    Instance<Handler<?>> handlers;

    private Map<Class<?>, Handler<?>> byOperation = Map.of();

    @PostConstruct
    void start() {
        byOperation = collect(handlers);
    }

    /** The handler of an operation. */
    @SuppressWarnings("unchecked")
    public <O extends Operation> Handler<O> handlerOf(Class<O> operation) {
        return (Handler<O>) Objects.requireNonNull(byOperation.get(operation), "collect() saw to it");
    }

    /** The handler of the operation that an event tells of. */
    public OperationHandler<?> handlerOf(EventView event) {
        return (OperationHandler<?>) handlerOf(Operations.typeOf(event.action()));
    }

    static Map<Class<?>, Handler<?>> collect(Iterable<Handler<?>> handlers) {
        Map<Class<?>, Handler<?>> found = new HashMap<>();
        for (Handler<?> handler : handlers) {
            Handler<?> other = found.put(handler.operation(), handler);
            if (other != null) {
                throw new IllegalStateException(handler.operation().getSimpleName() + " has two handlers");
            }
        }
        for (Class<?> operation : Operation.class.getPermittedSubclasses()) {
            if (!found.containsKey(operation)) {
                throw new IllegalStateException(operation.getSimpleName() + " has no handler");
            }
        }
        return Map.copyOf(found);
    }
}
