package io.frontless.engine.control;

import io.frontless.operation.Operation;
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
    Instance<OperationHandler<?>> handlers;

    private Map<Class<?>, OperationHandler<?>> byOperation = Map.of();

    @PostConstruct
    void start() {
        byOperation = collect(handlers);
    }

    /** The handler of an operation. */
    @SuppressWarnings("unchecked")
    public <O extends Operation> OperationHandler<O> handlerOf(Class<O> operation) {
        return (OperationHandler<O>) Objects.requireNonNull(byOperation.get(operation), "collect() saw to it");
    }

    static Map<Class<?>, OperationHandler<?>> collect(Iterable<OperationHandler<?>> handlers) {
        Map<Class<?>, OperationHandler<?>> found = new HashMap<>();
        for (OperationHandler<?> handler : handlers) {
            OperationHandler<?> other = found.put(handler.operation(), handler);
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
