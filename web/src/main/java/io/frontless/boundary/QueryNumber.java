package io.frontless.boundary;

import io.frontless.kernel.Rejection;
import org.jspecify.annotations.Nullable;

/** Numbers in query strings. */
public final class QueryNumber {

    private QueryNumber() {}

    /** The number, or null where it was left out. */
    public static @Nullable Long of(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw Rejection.invalid(name, "a whole number", text);
        }
    }

    /** The number, or another where it was left out. */
    public static int of(String name, @Nullable String text, int otherwise) {
        Long number = of(name, text);
        if (number == null) {
            return otherwise;
        }
        if (number != number.intValue()) {
            throw Rejection.invalid(name, "a whole number of at most " + Integer.MAX_VALUE, text);
        }
        return number.intValue();
    }
}
