package io.frontless.assistant.offline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads times that have passed as people write them, counted from the author's day, in UTC. A day without a year is the last one there was. */
final class PastTimes {

    private static final String DAY_OF_MONTH = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<number>\\d{2})-(?<day>\\d{2})");
    private static final Pattern DOTTED = Pattern.compile("(?<day>\\d{1,2})\\.(?<number>\\d{1,2})\\.(?<year>\\d{4})");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?:the )?" + DAY_OF_MONTH + " (?:of )?(?<month>\\p{L}{3,9})\\.?(?:,? (?<year>\\d{4}))?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?<month>\\p{L}{3,9})\\.? " + DAY_OF_MONTH + "(?:,? (?<year>\\d{4}))?");
    private static final Pattern AGO =
            Pattern.compile("(?<count>\\d{1,4}|a|an|one) (?<unit>day|week|month|year)s? ago");
    private static final Pattern WEEKDAY = Pattern.compile("(?<last>last |the last )?(?<name>\\p{L}{3,6}day)");
    private static final Pattern CLOCK = Pattern.compile(
            "(?<rest>.*?),? ?(?:at )?(?<hour>\\b\\d{1,2})(?=:| ?[ap]m)(?::(?<minute>\\d{2}))?(?: ?(?<half>[ap])m)?(?: ?utc)?");

    /** Hours of one day, for which no minutes need be said. */
    private static final Pattern HOURS = Pattern.compile(
            "(?:(?<day>.+?),? )?(?:between|from) (?<hour>\\d{1,2})(?::(?<minute>\\d{2}))?(?: ?(?<half>[ap])m)?"
                    + " (?:and|to|until|till) (?<last>\\d{1,2}(?::\\d{2})?(?: ?[ap]m)?)(?: (?:on )?(?<after>\\D.+))?");

    private static final Pattern SPAN = Pattern.compile(
            "(?:in |over |during )?(?:the )?(?:last|past) (?<count>\\d{1,4}) (?<unit>day|week|month|year)s?");
    private static final Pattern PERIOD =
            Pattern.compile("(?:in |during )?(?:the )?(?<which>this|last|past) (?<unit>week|month|year)");
    private static final Pattern HALF_DAY = Pattern.compile("(?<day>this|yesterday) (?<half>morning|afternoon)");
    private static final Pattern MONTH = Pattern.compile("in (?<month>\\p{L}{3,9})(?: (?<year>\\d{4}))?");
    private static final Pattern BETWEEN =
            Pattern.compile("(?:between (?<a>.+) and (?<b>.+)|from (?<c>.+) (?:to|until|till) (?<d>.+))");
    private static final Pattern SINCE = Pattern.compile("(?:since|after|from) (?<point>.+)");
    private static final Pattern BEFORE = Pattern.compile("(?:before|until|till) (?<point>.+)");
    private static final Pattern ON = Pattern.compile("(?:on |at )?(?<point>.+)");

    private static final Map<String, ChronoUnit> UNITS = Map.of(
            "day", ChronoUnit.DAYS, "week", ChronoUnit.WEEKS, "month", ChronoUnit.MONTHS, "year", ChronoUnit.YEARS);

    private final LocalDate today;

    PastTimes(LocalDate today) {
        this.today = today;
    }

    /** A stretch of time; what is null is not bounded. */
    record Window(@Nullable Instant from, @Nullable Instant until) {}

    /** The stretch of time that a text is, such as “last week”, “since Friday” or “on 1 December”. */
    Optional<Window> window(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        return span(text)
                .or(() -> period(text))
                .or(() -> hours(text))
                .or(() -> halfDay(text))
                .or(() -> between(text))
                .or(() -> month(text))
                .or(() -> side(SINCE, text).map(moment -> new Window(moment.first(), null)))
                .or(() -> side(BEFORE, text).map(moment -> new Window(null, moment.first())))
                .or(() -> side(ON, text).map(moment -> new Window(moment.first(), moment.last())));
    }

    /** The moment that a text is, such as “Monday” or “2026-11-20 14:00”: of a day its end, as people say how something was on it. */
    Optional<Instant> moment(String written) {
        return side(ON, written.strip().toLowerCase(Locale.ROOT))
                .map(moment -> moment.exact() ? moment.first() : moment.last().minus(1, ChronoUnit.MICROS));
    }

    /** A day, or a minute of one. */
    private record Moment(Instant first, Instant last, boolean exact) {}

    private Optional<Moment> side(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches() ? point(matcher.group("point")) : Optional.empty();
    }

    private Optional<Moment> point(String text) {
        Matcher clock = CLOCK.matcher(text);
        if (clock.matches()) {
            String day = clock.group("rest").isBlank() ? "today" : clock.group("rest");
            return time(clock)
                    .flatMap(time -> day(day).map(date -> at(date, time)))
                    .map(moment -> new Moment(moment, moment.plus(1, ChronoUnit.MINUTES), true));
        }
        return day(text).map(date -> new Moment(start(date), start(date.plusDays(1)), false));
    }

    /** The time that hour, minute and half of the day say. */
    private static Optional<LocalTime> time(Matcher clock) {
        int hour = Integer.parseInt(clock.group("hour"));
        int minute = clock.group("minute") == null ? 0 : Integer.parseInt(clock.group("minute"));
        String half = clock.group("half");
        if (minute > 59 || hour > (half == null ? 23 : 12) || (half != null && hour == 0)) {
            return Optional.empty();
        }
        return Optional.of(LocalTime.of(half == null ? hour : hour % 12 + (half.equals("p") ? 12 : 0), minute));
    }

    private Optional<Window> hours(String text) {
        Matcher matcher = HOURS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String before = matcher.group("day");
        String after = matcher.group("after");
        String last = matcher.group("last");
        Matcher end = CLOCK.matcher(last.matches("\\d+") ? last + ":00" : last);
        boolean twice = before != null && after != null;
        Optional<LocalDate> day = day(before != null ? before : after != null ? after : "today");
        if (twice || day.isEmpty() || !end.matches()) {
            return Optional.empty();
        }
        return time(matcher)
                .flatMap(from ->
                        time(end).filter(from::isBefore).map(to -> new Window(at(day.get(), from), at(day.get(), to))));
    }

    /** “This morning” ends at noon. */
    private Optional<Window> halfDay(String text) {
        Matcher matcher = HALF_DAY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        LocalDate day = matcher.group("day").equals("this") ? today : today.minusDays(1);
        Instant noon = at(day, LocalTime.NOON);
        return Optional.of(
                matcher.group("half").equals("morning")
                        ? new Window(start(day), noon)
                        : new Window(noon, start(day.plusDays(1))));
    }

    private Optional<LocalDate> day(String text) {
        return switch (text) {
            case "today", "now" -> Optional.of(today);
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "the day before yesterday" -> Optional.of(today.minusDays(2));
            default ->
                ago(text)
                        .or(() -> weekday(text))
                        .or(() -> numeric(ISO, text))
                        .or(() -> numeric(DOTTED, text))
                        .or(() -> named(DAY_MONTH, text))
                        .or(() -> named(MONTH_DAY, text));
        };
    }

    private Optional<LocalDate> ago(String text) {
        Matcher matcher = AGO.matcher(text);
        return matcher.matches()
                ? Optional.of(today.minus(count(matcher.group("count")), unit(matcher)))
                : Optional.empty();
    }

    private Optional<LocalDate> weekday(String text) {
        Matcher matcher = WEEKDAY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean last = matcher.group("last") != null;
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(matcher.group("name")))
                .map(day -> today.with(last ? TemporalAdjusters.previous(day) : TemporalAdjusters.previousOrSame(day)))
                .findFirst();
    }

    private static Optional<LocalDate> numeric(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? date(number(matcher, "year"), number(matcher, "number"), number(matcher, "day"))
                : Optional.empty();
    }

    private Optional<LocalDate> named(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int day = number(matcher, "day");
        return month(matcher)
                .flatMap(month -> matcher.group("year") != null
                        ? date(number(matcher, "year"), month.getValue(), day)
                        : date(today.getYear(), month.getValue(), day)
                                .filter(date -> !date.isAfter(today))
                                .or(() -> date(today.getYear() - 1, month.getValue(), day)));
    }

    private Optional<Window> span(String text) {
        Matcher matcher = SPAN.matcher(text);
        return matcher.matches()
                ? Optional.of(new Window(start(today.minus(count(matcher.group("count")), unit(matcher))), null))
                : Optional.empty();
    }

    private Optional<Window> period(String text) {
        Matcher matcher = PERIOD.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        ChronoUnit unit = unit(matcher);
        LocalDate first =
                switch (unit) {
                    case WEEKS -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                    case MONTHS -> today.withDayOfMonth(1);
                    default -> today.withDayOfYear(1);
                };
        boolean current = matcher.group("which").equals("this");
        return Optional.of(
                current ? new Window(start(first), null) : new Window(start(first.minus(1, unit)), start(first)));
    }

    private Optional<Window> between(String text) {
        Matcher matcher = BETWEEN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean and = matcher.group("a") != null;
        Optional<Moment> first = point(and ? matcher.group("a") : matcher.group("c"));
        Optional<Moment> last = point(and ? matcher.group("b") : matcher.group("d"));
        return first.flatMap(from ->
                last.filter(to -> from.first().isBefore(to.last())).map(to -> new Window(from.first(), to.last())));
    }

    private Optional<Window> month(String text) {
        Matcher matcher = MONTH.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return month(matcher).map(month -> {
            YearMonth named = matcher.group("year") != null
                    ? YearMonth.of(number(matcher, "year"), month)
                    : YearMonth.of(today.getYear() - (month.getValue() > today.getMonthValue() ? 1 : 0), month);
            return new Window(start(named.atDay(1)), start(named.plusMonths(1).atDay(1)));
        });
    }

    private static Optional<Month> month(Matcher matcher) {
        String name = matcher.group("month");
        return Arrays.stream(Month.values())
                .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst();
    }

    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean exists = month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static ChronoUnit unit(Matcher matcher) {
        return UNITS.getOrDefault(matcher.group("unit"), ChronoUnit.DAYS);
    }

    private static int count(String text) {
        return Character.isDigit(text.charAt(0)) ? Integer.parseInt(text) : 1;
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).toInstant(ZoneOffset.UTC);
    }

    private static Instant start(LocalDate date) {
        return at(date, LocalTime.MIDNIGHT);
    }
}
