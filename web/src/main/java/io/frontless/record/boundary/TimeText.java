package io.frontless.record.boundary;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Moments as people read them, always in UTC, as the log has them. */
public final class TimeText {

    private static final DateTimeFormatter MINUTE = pattern("yyyy-MM-dd HH:mm 'UTC'");
    private static final DateTimeFormatter CLOCK = pattern("HH:mm");
    private static final DateTimeFormatter DAY = pattern("d MMM");
    private static final DateTimeFormatter LONG_DAY = pattern("d MMMM yyyy");

    private TimeText() {}

    /** {@code 2026-11-23 14:05 UTC}. */
    public static String minute(Instant moment) {
        return MINUTE.format(moment);
    }

    /** The same of a moment in ISO 8601; anything else as it is. */
    static String minute(String moment) {
        try {
            return minute(Instant.parse(moment));
        } catch (DateTimeParseException e) {
            return moment;
        }
    }

    /** {@code 14:05}. */
    public static String clock(Instant moment) {
        return CLOCK.format(moment);
    }

    /** {@code 23 Nov}. */
    static String day(Instant moment) {
        return DAY.format(moment);
    }

    /** {@code 23 November 2026}. */
    static String longDay(Instant moment) {
        return LONG_DAY.format(moment);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
    }
}
