package io.frontless.assistant.offline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods of the calendar: “next week”, “September”, “Q3 2026”, “the last 7 days”, and the days at their edges. Weeks begin on Monday (ISO 8601). */
final class Periods {

    private static final int MONTHS_OF_QUARTER = 3;
    private static final Pattern NAMED = Pattern.compile(
            "(?:the )?(?<which>this|current|next|coming|last|previous|past) (?<unit>weekend|week|month|quarter|year)");
    private static final Pattern AFTER_NEXT = Pattern.compile("(?:the )?(?<unit>week|month|quarter|year) after next");
    private static final Pattern ROLLING =
            Pattern.compile("(?:the )?(?<which>last|past|previous|next|coming) (?<count>\\d{1,4}|\\p{L}+)"
                    + " (?<unit>day|week|month|year)s?");
    private static final Pattern MONTH =
            Pattern.compile("(?:(?<which>last|next|this) )?(?<month>\\p{L}{3,9})(?: (?:of )?(?<year>\\d{4}))?");
    private static final Pattern QUARTER = Pattern.compile("q(?<number>[1-4])(?: (?:of )?(?<year>\\d{4}))?");
    private static final Pattern YEAR = Pattern.compile("(?<year>(?:19|20)\\d{2})");
    private static final Pattern EDGE =
            Pattern.compile("(?:the )?(?<side>end|start|beginning|first day|last day) of (?:the )?(?<period>.+)");

    private Periods() {}

    /** The period that a text in lower case names. */
    static Optional<Span> read(String text, LocalDate today) {
        return afterNext(text, today)
                .or(() -> named(text, today))
                .or(() -> rolling(text, today))
                .or(() -> month(text, today))
                .or(() -> quarter(text, today))
                .or(() -> year(text));
    }

    /** “The week after next”. */
    private static Optional<Span> afterNext(String text, LocalDate today) {
        Matcher matcher = AFTER_NEXT.matcher(text);
        return matcher.matches()
                ? named("next " + matcher.group("unit"), today)
                        .flatMap(next ->
                                named("this " + matcher.group("unit"), next.to().plusDays(1)))
                : Optional.empty();
    }

    /** The first or last day of a period. */
    static Optional<LocalDate> edge(String text, LocalDate today) {
        Matcher matcher = EDGE.matcher(text.equals("month end") ? "end of month" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String period = matcher.group("period");
        String whole = period.matches("week|month|quarter|year") ? "this " + period : period;
        boolean last =
                matcher.group("side").equals("end") || matcher.group("side").equals("last day");
        return read(whole, today).map(span -> coming(span, whole, today)).map(span -> last ? span.to() : span.from());
    }

    /** A month without a year at whose end something is to happen lies ahead. */
    private static Span coming(Span span, String period, LocalDate today) {
        boolean yearless = Dates.month(period).isPresent();
        return yearless && span.to().isBefore(today)
                ? new Span(
                        span.from().plusYears(1),
                        month(span.from().plusYears(1)).to())
                : span;
    }

    private static Optional<Span> named(String text, LocalDate today) {
        Matcher matcher = NAMED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int shift =
                switch (matcher.group("which")) {
                    case "next", "coming" -> 1;
                    case "last", "previous", "past" -> -1;
                    default -> 0;
                };
        return Optional.of(
                switch (matcher.group("unit")) {
                    case "weekend" -> weekend(today.plusWeeks(shift));
                    case "week" -> week(today.plusWeeks(shift));
                    case "month" -> month(today.plusMonths(shift));
                    case "quarter" -> quarter(today.plusMonths((long) MONTHS_OF_QUARTER * shift));
                    default -> year(today.getYear() + shift);
                });
    }

    private static Optional<Span> rolling(String text, LocalDate today) {
        Matcher matcher = ROLLING.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        boolean ahead =
                matcher.group("which").equals("next") || matcher.group("which").equals("coming");
        return Dates.count(matcher.group("count")).map(count -> {
            LocalDate other = Dates.shifted(today, ahead ? count : -count, matcher.group("unit"));
            return ahead ? new Span(today, other) : new Span(other, today);
        });
    }

    /** A month without a year is the one that is, or was last. */
    private static Optional<Span> month(String text, LocalDate today) {
        Matcher matcher = MONTH.matcher(text);
        if (!matcher.matches() || !matcher.group("month").matches("may|\\p{L}{4,}")) {
            return Optional.empty();
        }
        Optional<Month> month = Dates.month(matcher.group("month").toLowerCase(Locale.ROOT));
        if (month.isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group("year") != null) {
            return Optional.of(month(LocalDate.of(Integer.parseInt(matcher.group("year")), month.get(), 1)));
        }
        LocalDate first = LocalDate.of(today.getYear(), month.get(), 1);
        boolean next = "next".equals(matcher.group("which"));
        if (next) {
            return Optional.of(month(first.isAfter(today) ? first : first.plusYears(1)));
        }
        return Optional.of(month(first.isAfter(today) ? first.minusYears(1) : first));
    }

    private static Optional<Span> quarter(String text, LocalDate today) {
        Matcher matcher = QUARTER.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = matcher.group("year") == null ? today.getYear() : Integer.parseInt(matcher.group("year"));
        int month = (Integer.parseInt(matcher.group("number")) - 1) * MONTHS_OF_QUARTER + 1;
        return Optional.of(quarter(LocalDate.of(year, month, 1)));
    }

    private static Optional<Span> year(String text) {
        Matcher matcher = YEAR.matcher(text);
        return matcher.matches() ? Optional.of(year(Integer.parseInt(matcher.group("year")))) : Optional.empty();
    }

    private static Span week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new Span(monday, monday.plusDays(6));
    }

    private static Span weekend(LocalDate day) {
        LocalDate sunday = week(day).to();
        return new Span(sunday.minusDays(1), sunday);
    }

    private static Span month(LocalDate day) {
        return new Span(day.withDayOfMonth(1), day.with(TemporalAdjusters.lastDayOfMonth()));
    }

    private static Span quarter(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS_OF_QUARTER);
        return new Span(first, first.plusMonths(MONTHS_OF_QUARTER).minusDays(1));
    }

    private static Span year(int year) {
        return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
