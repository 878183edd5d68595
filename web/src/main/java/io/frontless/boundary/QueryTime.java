package io.frontless.boundary;

import io.frontless.kernel.Rejection;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Times in query strings. */
public final class QueryTime {

    private static final int YEAR_MIN = 1970;
    private static final int YEAR_MAX = 9999;

    private QueryTime() {}

    /** The time, or null where it was left out. */
    public static @Nullable Instant of(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() >= YEAR_MIN && time.getYear() <= YEAR_MAX) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            throw unreadable(name, text);
        }
        throw unreadable(name, text);
    }

    private static Rejection unreadable(String name, String text) {
        return Rejection.invalid(name, "a time as ISO 8601 has it, such as 2026-11-26T09:30:00Z", text);
    }
}
