package io.frontless.engine.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Steps that an operation stands for, in portions: each is asked for when the one before has run, and so sees what it did. */
public interface Children {

    /** No steps. */
    Children NONE = List::of;

    /** The next portion, at most {@link io.frontless.kernel.Limits#BATCH_STEPS}; empty at the end. */
    List<Step> next();

    /** Told of a step that was refused before it changed anything; whoever does not throw it goes on without that step. */
    default void refused(Step step, Rejection rejection) {
        throw rejection;
    }

    /** These steps, at once. */
    static Children of(List<Step> steps) {
        Iterator<List<Step>> once = List.of(steps).iterator();
        return () -> once.hasNext() ? once.next() : List.of();
    }

    /** These operations, at once. */
    static Children of(Operation... operations) {
        List<Step> steps = new ArrayList<>();
        for (Operation operation : operations) {
            steps.add(Step.of("c" + (steps.size() + 1), operation));
        }
        return of(steps);
    }
}
