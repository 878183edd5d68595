package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of a record by field key, in JSON's own types: text, number ({@link BigDecimal}), boolean, or null for none.
 * The order is kept, so that what a person wrote first is shown first.
 */
public record Values(Map<String, @Nullable Object> byField) {

    public Values {
        byField.forEach(Values::requireScalar);
        byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
    }

    /** No values. */
    public static Values none() {
        return new Values(Map.of());
    }

    /** One value; add others by {@link #with}. */
    public static Values of(String field, @Nullable Object value) {
        return none().with(field, value);
    }

    /** These values with one set or replaced. */
    public Values with(String field, @Nullable Object value) {
        Map<String, @Nullable Object> next = new LinkedHashMap<>(byField);
        next.put(field, value);
        return new Values(next);
    }

    /** These values without one. */
    public Values without(String field) {
        Map<String, @Nullable Object> next = new LinkedHashMap<>(byField);
        next.remove(field);
        return new Values(next);
    }

    /** The value, or null where there is none. */
    public @Nullable Object get(String field) {
        return byField.get(field);
    }

    /** The fields named, with or without a value. */
    public Set<String> fields() {
        return byField.keySet();
    }

    private static void requireScalar(String field, @Nullable Object value) {
        boolean scalar =
                value == null || value instanceof String || value instanceof BigDecimal || value instanceof Boolean;
        if (!scalar) {
            throw Rejection.invalid(field, "a text, a number, true, false or null", value);
        }
    }
}
