package io.frontless.assistant.control;

/**
 * A value of a waiting plan that its author can still change.
 *
 * @param text as it would be written; empty where the field is to be emptied
 */
public record EditableValue(String step, String field, String label, String text) {

    /** What tells it from the plan's other values. */
    public String key() {
        return step + "." + field;
    }
}
