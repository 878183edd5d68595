package io.frontless.system.inside;

import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import java.util.Map;
import java.util.function.Function;

/**
 * One operation as its tests need it, in a furnished workspace.
 *
 * @param accepted a step that is carried out
 * @param refused steps that contradict the present state, by what is wrong with each
 */
record OperationCase(
        Class<? extends Operation> operation,
        Function<Furniture, Operation> accepted,
        Function<Furniture, Map<String, Step>> refused) {

    /** The accepted operation as a step. */
    Step step(Furniture furniture) {
        return Step.of("s1", accepted.apply(furniture));
    }

    static Step step(Operation operation) {
        return Step.of("s1", operation);
    }

    /** A step that relies on a version that never was. */
    static Step stale(Operation operation) {
        return step(operation).expecting(7);
    }
}
