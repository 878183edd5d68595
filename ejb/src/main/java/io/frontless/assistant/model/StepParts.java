package io.frontless.assistant.model;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import java.util.List;
import java.util.Set;

/**
 * What is read of every step that a model answers, whatever it does.
 *
 * @param earlier the ids of the steps before it
 */
record StepParts(String id, Params params, String entity, Set<String> earlier) {

    static StepParts of(Params params, Set<String> earlier) {
        return new StepParts(params.text("id"), params, params.longText("entity"), earlier);
    }

    /** One that the step does not need must be empty: what is said there would be ignored silently. */
    Params unused(String... names) {
        for (String name : names) {
            Object value = params.optionalValue(name).orElse("");
            if (!(value.equals("") || value.equals(List.of()))) {
                throw Rejection.invalid(id + "." + name, "nothing for this operation", value);
            }
        }
        return params;
    }
}
