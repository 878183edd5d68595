package io.frontless.record.control;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments relative to now, in UTC: {@code now}, {@code today}, {@code yesterday}, {@code tomorrow}, {@code start_of_month},
 * {@code end_of_quarter} and so on, then at most one shift by hours, days, weeks, months, quarters or years: {@code today-3w}. Weeks begin on
 * Monday (ISO 8601); a period ends with its last microsecond.
 */
final class Moments {

    private static final Pattern FORM = Pattern.compile(
            "(now|today|yesterday|tomorrow|(start|end)_of_(day|week|month|quarter|year))(?:([+-]\\d{1,4})([hdwmqy]))?");
    private static final int MONTHS_OF_QUARTER = 3;

    private Moments() {}

    /** A period of the calendar; also what grouping by date makes buckets of. */
    enum Period {
        DAY,
        WEEK,
        MONTH,
        QUARTER,
        YEAR;

        private OffsetDateTime start(LocalDate day) {
            LocalDate start =
                    switch (this) {
                        case DAY -> day;
                        case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                        case MONTH -> day.withDayOfMonth(1);
                        case QUARTER ->
                            day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
                        case YEAR -> day.withDayOfYear(1);
                    };
            return start.atStartOfDay().atOffset(ZoneOffset.UTC);
        }

        private OffsetDateTime next(OffsetDateTime start) {
            return switch (this) {
                case DAY -> start.plusDays(1);
                case WEEK -> start.plusWeeks(1);
                case MONTH -> start.plusMonths(1);
                case QUARTER -> start.plusMonths(MONTHS_OF_QUARTER);
                case YEAR -> start.plusYears(1);
            };
        }
    }

    /** The moment that a text names, or none where it names none. */
    static Optional<Instant> read(String text, Instant now) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        long count = form.group(4) == null ? 0 : Long.parseLong(form.group(4));
        String unit = form.group(5) == null ? "d" : form.group(5);
        OffsetDateTime time = now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.MICROS);
        return Optional.of(moment(form, time, count, unit).toInstant());
    }

    /** The end of a month, a month later, is the end of the next one, however long: whole months shift its start. */
    private static OffsetDateTime moment(Matcher form, OffsetDateTime now, long count, String unit) {
        OffsetDateTime day = Period.DAY.start(now.toLocalDate());
        if (form.group(3) == null) {
            return shifted(
                    switch (form.group(1)) {
                        case "now" -> now;
                        case "yesterday" -> day.minusDays(1);
                        case "tomorrow" -> day.plusDays(1);
                        default -> day;
                    },
                    count,
                    unit);
        }
        Period period = Period.valueOf(form.group(3).toUpperCase(Locale.ROOT));
        OffsetDateTime start = period.start(now.toLocalDate());
        if (form.group(2).equals("start")) {
            return shifted(start, count, unit);
        }
        boolean months = "mqy".contains(unit);
        OffsetDateTime end =
                period.next(months ? shifted(start, count, unit) : start).minus(1, ChronoUnit.MICROS);
        return months ? end : shifted(end, count, unit);
    }

    private static OffsetDateTime shifted(OffsetDateTime time, long count, String unit) {
        return switch (unit) {
            case "h" -> time.plusHours(count);
            case "w" -> time.plusWeeks(count);
            case "m" -> time.plusMonths(count);
            case "q" -> time.plusMonths(MONTHS_OF_QUARTER * count);
            case "y" -> time.plusYears(count);
            default -> time.plusDays(count);
        };
    }
}
