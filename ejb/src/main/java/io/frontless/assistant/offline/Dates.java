package io.frontless.assistant.offline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates as people write them, counted from the author's day. A day without a year is the next one to come. */
final class Dates {

    private static final int TOKENS_MAX = 5;
    private static final String MONTH = "(?<month>\\p{L}{3,9})\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final Pattern ISO = Pattern.compile(YEAR + "-(?<number>\\d{2})-" + DAY);
    private static final Pattern DOTTED = Pattern.compile(DAY + "\\.(?<number>\\d{1,2})\\." + YEAR);
    private static final Pattern SLASHED = Pattern.compile("(?<first>\\d{1,2})/(?<second>\\d{1,2})/" + YEAR);
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?:the )?" + DAY + " (?:of )?" + MONTH + "(?:,? " + YEAR + ")?");
    private static final Pattern MONTH_DAY = Pattern.compile(MONTH + " " + DAY + "(?:,? " + YEAR + ")?");
    private static final Pattern AHEAD = Pattern.compile("in (?<count>\\d{1,4}|a|one) (?<unit>day|week|month|year)s?");
    private static final Pattern WEEKDAY = Pattern.compile("(?:(?:next|this|on) )?(?<day>\\p{L}{6,9})");

    /**
     * A date at the beginning of a phrase.
     *
     * @param plain whether it can be nothing else, as a bare weekday can
     */
    record Dated(LocalDate date, boolean plain, int tokens) {}

    private Dates() {}

    /** The date that the phrase begins with, the longest reading first. */
    static Optional<Dated> leading(Phrase phrase, LocalDate today) {
        for (int length = Math.min(phrase.size(), TOKENS_MAX); length > 0; length--) {
            Phrase words = phrase.to(length);
            if (words.tokens().stream().noneMatch(Token::quoted)) {
                int tokens = length;
                boolean plain = words.text().chars().anyMatch(Character::isDigit);
                Optional<LocalDate> date = parse(words.text(), today);
                if (date.isPresent()) {
                    return date.map(found -> new Dated(found, plain, tokens));
                }
            }
        }
        return Optional.empty();
    }

    /** The date that the text is; a day that no month has, and one with slashes that has two readings, is answered. */
    static Optional<LocalDate> parse(String written, LocalDate today) {
        String text = written.toLowerCase(Locale.ROOT);
        try {
            return relative(text, today)
                    .or(() -> numeric(ISO, text))
                    .or(() -> numeric(DOTTED, text))
                    .or(() -> slashed(text))
                    .or(() -> named(DAY_MONTH, text, today))
                    .or(() -> named(MONTH_DAY, text, today));
        } catch (DateTimeException e) {
            throw Unclear.say("“%s” is not a day of any calendar.".formatted(written));
        }
    }

    private static Optional<LocalDate> relative(String text, LocalDate today) {
        return switch (text) {
            case "today" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "yesterday" -> Optional.of(today.minusDays(1));
            default -> ahead(text, today).or(() -> weekday(text, today));
        };
    }

    private static Optional<LocalDate> ahead(String text, LocalDate today) {
        Matcher matcher = AHEAD.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String count = matcher.group("count");
        long units = Character.isDigit(count.charAt(0)) ? Long.parseLong(count) : 1;
        return Optional.of(
                switch (matcher.group("unit")) {
                    case "day" -> today.plusDays(units);
                    case "week" -> today.plusWeeks(units);
                    case "month" -> today.plusMonths(units);
                    default -> today.plusYears(units);
                });
    }

    private static Optional<LocalDate> weekday(String text, LocalDate today) {
        Matcher matcher = WEEKDAY.matcher(text);
        return !matcher.matches()
                ? Optional.empty()
                : Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().toLowerCase(Locale.ROOT).equals(matcher.group("day")))
                        .map(day -> today.with(TemporalAdjusters.next(day)))
                        .findFirst();
    }

    private static Optional<LocalDate> numeric(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? Optional.of(LocalDate.of(number(matcher, "year"), number(matcher, "number"), number(matcher, "day")))
                : Optional.empty();
    }

    private static Optional<LocalDate> slashed(String text) {
        Matcher matcher = SLASHED.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = number(matcher, "first");
        int second = number(matcher, "second");
        int year = number(matcher, "year");
        if (first != second && first <= 12 && second <= 12) {
            throw Unclear.say("“%s” can be read two ways; write %d-%02d-%02d or %d-%02d-%02d."
                    .formatted(text, year, first, second, year, second, first));
        }
        return Optional.of(first > 12 ? LocalDate.of(year, second, first) : LocalDate.of(year, first, second));
    }

    private static Optional<LocalDate> named(Pattern pattern, String text, LocalDate today) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group("month");
        Optional<Month> month = Arrays.stream(Month.values())
                .filter(candidate -> candidate.name().toLowerCase(Locale.ROOT).startsWith(name))
                .findFirst();
        int day = number(matcher, "day");
        if (matcher.group("year") != null) {
            return month.map(found -> LocalDate.of(number(matcher, "year"), found, day));
        }
        return month.map(found -> LocalDate.of(today.getYear(), found, day))
                .map(date -> date.isBefore(today) ? date.plusYears(1) : date);
    }

    private static int number(Matcher matcher, String group) {
        return Integer.parseInt(matcher.group(group));
    }
}
