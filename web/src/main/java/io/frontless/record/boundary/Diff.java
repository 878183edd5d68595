package io.frontless.record.boundary;

/**
 * One field before and after, in words; empty where it has no value.
 *
 * @param key the field's key; empty for what is no field
 */
public record Diff(String key, String field, String before, String after) {

    /** Of what is no field. */
    public Diff(String field, String before, String after) {
        this("", field, before, after);
    }
}
