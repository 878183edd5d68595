package io.frontless.assistant.control;

import io.frontless.assistant.model.ValueOrigin;

/**
 * A value of a waiting plan that its author can still change.
 *
 * @param text as it would be written; empty where the field is to be emptied
 */
public record EditableValue(String step, String field, String label, String text) {

    /** What tells it from the plan's other values, {@link ValueOrigin#key(String, String)}. */
    public String key() {
        return ValueOrigin.key(step, field);
    }
}
