package io.frontless.assistant.offline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads days as people write them, counted from the author's day. A day without a year is the next one to come. */
final class Dates {

    private static final int TOKENS_MAX = 6;
    private static final Pattern YEARS = Pattern.compile("\\d{4}|year");
    private static final String MONTH = "(?<month>\\p{L}{3,9})\\.?";
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String YEAR = "(?<year>\\d{4})";
    private static final Pattern ISO = Pattern.compile(YEAR + "-(?<number>\\d{2})-" + DAY);
    private static final Pattern DOTTED = Pattern.compile(DAY + "\\.(?<number>\\d{1,2})\\." + YEAR);
    private static final Pattern SLASHED = Pattern.compile("(?<first>\\d{1,2})/(?<second>\\d{1,2})/" + YEAR);
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?:on )?(?:the )?" + DAY + " (?:of )?" + MONTH + "(?:,? " + YEAR + ")?");
    private static final Pattern FIRST = Pattern.compile("^(?:on )?(?:the )?first of");
    private static final Pattern MONTH_DAY = Pattern.compile(MONTH + " (?:the )?" + DAY + "(?:,? " + YEAR + ")?");
    private static final Pattern WITH_YEAR = Pattern.compile("\\d{4}|[./]\\d{2}$");
    private static final Pattern DATED = Pattern.compile("(?:on )?(?<weekday>\\p{L}{4,9}),? (?:the )?(?<date>.*\\d.*)");
    private static final Pattern DAY_OF_MONTH = Pattern.compile("([12]?\\d|3[01])(?:st|nd|rd|th)");
    private static final Pattern DAY_ONLY =
            Pattern.compile("(?:on )?the (?<day>[12]?\\d|3[01])(?:st|nd|rd|th)(?: of (?<month>this|next) month)?");
    private static final Pattern AHEAD = Pattern.compile(
            "(?:in )?(?<count>\\d{1,4}|\\p{L}+) (?<unit>day|week|month|year)s?(?<after> from (now|today|tomorrow))?");
    private static final Pattern AGO = Pattern.compile("(?<count>\\d{1,4}|\\p{L}+) (?<unit>day|week|month|year)s? ago");
    private static final Pattern MOMENTS_AGO = Pattern.compile(
            "(?:half an|an|one|two) hours? ago|(?:a few|a couple of|\\d{1,2}|ten|fifteen|twenty|thirty) minutes? ago|a (?:minute|moment) ago");
    private static final Pattern WEEKDAY =
            Pattern.compile("(?:(?<which>next|this|on|coming|last) )?(?<day>\\p{L}{3,9})");

    private static final Pattern OF_WEEK = Pattern.compile("(?:on )?(?<day>\\p{L}{4,9}) (?<which>next|this) week");

    private static final Set<String> OF_TIME = wordsOfTime();

    /**
     * Days at the beginning of a phrase.
     *
     * @param plain whether it can be nothing else, as a bare weekday can
     * @param yearless whether a month is named and no year, so that those of other years may be meant
     * @param weekly whether only a day of the week is named, so that the last one may be meant as well as the next
     */
    record Dated(Span span, boolean plain, boolean yearless, boolean weekly, int tokens) {

        /** Its days, not before others that they belong to. */
        Span after(Span other, LocalDate today) {
            Span near = leaning(today, false).span();
            return yearless && near.to().isBefore(other.from())
                    ? new Span(near.from().plusYears(1), near.to().plusYears(1))
                    : near;
        }

        /** The one that is nearest to a day, or the last before it. */
        Dated leaning(LocalDate today, boolean past) {
            if (weekly && past && span.from().isAfter(today)) {
                return new Dated(Span.day(span.from().minusWeeks(1)), plain, false, true, tokens);
            }
            if (!yearless) {
                return this;
            }
            List<Span> years = Stream.of(-1, 0, 1)
                    .map(shift ->
                            new Span(span.from().plusYears(shift), span.to().plusYears(shift)))
                    .filter(one -> !past || !one.from().isAfter(today))
                    .toList();
            Span nearest = years.stream()
                    .min(Comparator.comparingLong(one -> Math.abs(ChronoUnit.DAYS.between(one.from(), today))))
                    .orElse(span);
            return new Dated(nearest, plain, true, false, tokens);
        }
    }

    private Dates() {}

    /** The days that the phrase begins with, the longest reading first. */
    static Optional<Dated> leading(Phrase phrase, LocalDate today) {
        int most = Math.min(phrase.size(), TOKENS_MAX);
        if (phrase.to(most).tokens().stream().noneMatch(Dates::isOfTime)) {
            return Optional.empty();
        }
        for (int length = most; length > 0; length--) {
            Phrase words = phrase.to(length);
            if (words.tokens().stream().noneMatch(Token::quoted)) {
                int tokens = length;
                boolean plain = words.text().chars().anyMatch(Character::isDigit);
                Optional<Span> span = span(words.text(), today);
                if (span.isPresent()) {
                    boolean yearless = !YEARS.matcher(words.text()).find() && namesMonth(words);
                    boolean weekly = isWeekday(words.at(length - 1).text())
                            && (length == 1 || (length == 2 && words.startsWith("on")));
                    return span.map(found -> new Dated(found, plain, yearless, weekly, tokens));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a day or period can be said with the word: most words need no closer look. */
    private static boolean isOfTime(Token token) {
        String word = token.text().toLowerCase(Locale.ROOT);
        return OF_TIME.contains(word.endsWith(".") ? word.substring(0, word.length() - 1) : word)
                || word.chars().anyMatch(Character::isDigit);
    }

    private static Set<String> wordsOfTime() {
        Set<String> words = new HashSet<>(
                Set.of("today", "tomorrow", "yesterday", "day", "week", "weekend", "month", "quarter", "year"));
        Stream.of("day", "week", "month", "year").forEach(unit -> words.add(unit + "s"));
        Stream.concat(Arrays.stream(Month.values()), Arrays.stream(DayOfWeek.values()))
                .map(name -> name.name().toLowerCase(Locale.ROOT))
                .forEach(name -> IntStream.rangeClosed(3, name.length())
                        .mapToObj(end -> name.substring(0, end))
                        .forEach(words::add));
        words.addAll(Set.of("sept", "morning", "afternoon", "evening", "now", "hour", "hours", "minute", "minutes"));
        return words;
    }

    /** The day of a deed, which may as well have been: “paid on 28 September” and “on the 28th” are the nearest ones. */
    static Phrase ofDeed(Phrase day, LocalDate today) {
        Optional<LocalDate> ofYears = leading(day, today)
                .filter(found -> found.yearless() && found.tokens() == day.size())
                .map(found -> found.leaning(today, false).span().from());
        return ofYears.or(() -> ofMonths(day, today))
                .map(nearest -> Phrase.quoted(nearest.toString()))
                .orElse(day);
    }

    /** The same where it is told that it has been: “paid on Monday” was on the last one. */
    static Phrase told(Phrase day, LocalDate today) {
        Phrase name = day.size() > 1 && day.startsWith("on") ? day.from(1) : day;
        return name.size() == 1
                        && weekday(name.text().toLowerCase(Locale.ROOT), today).isPresent()
                ? Phrase.quoted("last " + name.text())
                : ofDeed(day, today);
    }

    private static Optional<LocalDate> ofMonths(Phrase day, LocalDate today) {
        String text = day.text().toLowerCase(Locale.ROOT);
        Optional<LocalDate> found = text.endsWith("month") ? Optional.empty() : dayOnly(text, today);
        return found.map(next -> {
            LocalDate before = next.minusMonths(1);
            boolean nearer = ChronoUnit.DAYS.between(before, today) < ChronoUnit.DAYS.between(today, next);
            return nearer && before.getDayOfMonth() == next.getDayOfMonth() ? before : next;
        });
    }

    private static boolean namesMonth(Phrase words) {
        return words.tokens().stream()
                .anyMatch(token -> month(token.text().toLowerCase(Locale.ROOT)).isPresent());
    }

    /** One day or a period such as “next week”. */
    static Optional<Span> span(String written, LocalDate today) {
        return parse(written, today).map(Span::day).or(() -> Periods.read(written.toLowerCase(Locale.ROOT), today));
    }

    /** The day that the text is; a day that no month has, and one with slashes that has two readings, is answered. */
    static Optional<LocalDate> parse(String written, LocalDate today) {
        String text = FIRST.matcher(written.toLowerCase(Locale.ROOT)).replaceFirst("1 of");
        Matcher dated = DATED.matcher(text);
        if (dated.matches() && weekday(dated.group("weekday"), today).isPresent()) {
            if (DAY_OF_MONTH.matcher(dated.group("date")).matches()) {
                return ofMonth(dated.group("date"), dated.group("weekday"), today, written);
            }
            boolean anyYear = !WITH_YEAR.matcher(dated.group("date")).find();
            return parse(dated.group("date"), today)
                    .map(date -> anyYear ? nearest(date, dated.group("weekday"), today) : date)
                    .map(date -> requireOn(date, dated.group("weekday"), written));
        }
        try {
            return relative(text, today)
                    .or(() -> numeric(ISO, text))
                    .or(() -> numeric(DOTTED, text))
                    .or(() -> dayOnly(text, today))
                    .or(() -> slashed(text))
                    .or(() -> named(DAY_MONTH, text, today))
                    .or(() -> named(MONTH_DAY, text, today));
        } catch (DateTimeException e) {
            throw Unclear.say("“%s” is not a day of any calendar.".formatted(written));
        }
    }

    /** “Tuesday, 29 September” without a year is the one that is nearest, where that is a Tuesday. */
    private static LocalDate nearest(LocalDate date, String name, LocalDate today) {
        return Stream.of(date, date.minusYears(1), date.plusYears(1))
                .min(Comparator.comparingLong(day -> Math.abs(ChronoUnit.DAYS.between(today, day))))
                .filter(day -> isCalled(day.getDayOfWeek(), name))
                .orElse(date);
    }

    /** “Monday the 12th”: the next one to come that is a Monday, or else the last. */
    private static Optional<LocalDate> ofMonth(String day, String name, LocalDate today, String written) {
        return dayOnly("the " + day, today).map(next -> Stream.of(next, next.minusMonths(1))
                .filter(date -> isCalled(date.getDayOfWeek(), name) && date.getDayOfMonth() == next.getDayOfMonth())
                .findFirst()
                .orElseThrow(() -> Unclear.say("“%s” is no day of this month or the last.".formatted(written))));
    }

    /** “Saturday 28 November” has to be one. */
    private static LocalDate requireOn(LocalDate date, String name, String written) {
        if (!isCalled(date.getDayOfWeek(), name)) {
            throw Unclear.say("“%s” is no %s.".formatted(written, name));
        }
        return date;
    }

    /** The day that lies a count of units ahead of another, or behind for a negative one. */
    static LocalDate shifted(LocalDate day, long count, String unit) {
        return switch (unit) {
            case "day" -> day.plusDays(count);
            case "week" -> day.plusWeeks(count);
            case "month" -> day.plusMonths(count);
            default -> day.plusYears(count);
        };
    }

    /** A count in digits or letters. */
    static Optional<Integer> count(String text) {
        return text.equals("a") || text.equals("an") || text.equals("one")
                ? Optional.of(1)
                : Amounts.count(Sentence.read(text).words());
    }

    /** The month that is called so, also by its first three letters or more. */
    static Optional<Month> month(String name) {
        return name.length() < 3
                ? Optional.empty()
                : Arrays.stream(Month.values())
                        .filter(month -> month.name().toLowerCase(Locale.ROOT).startsWith(name)
                                || (name.equals("sept") && month == Month.SEPTEMBER))
                        .findFirst();
    }

    /** Whether the phrase begins with the whole name of a month: “the October bookings”. */
    static boolean isMonth(Phrase phrase) {
        return !phrase.isEmpty()
                && !phrase.at(0).quoted()
                && Arrays.stream(Month.values())
                        .anyMatch(month -> phrase.at(0).text().equalsIgnoreCase(month.name()));
    }

    private static Optional<LocalDate> relative(String text, LocalDate today) {
        return switch (text) {
            case "today", "this morning", "this afternoon", "this evening", "just now" -> Optional.of(today);
            case "tomorrow" -> Optional.of(today.plusDays(1));
            case "yesterday" -> Optional.of(today.minusDays(1));
            case "the day after tomorrow", "day after tomorrow" -> Optional.of(today.plusDays(2));
            case "the day before yesterday", "day before yesterday" -> Optional.of(today.minusDays(2));
            default -> ahead(text, today).or(() -> Periods.edge(text, today)).or(() -> weekday(text, today));
        };
    }

    private static Optional<LocalDate> ahead(String text, LocalDate today) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            return count(ago.group("count")).map(count -> shifted(today, -count, ago.group("unit")));
        }
        if (MOMENTS_AGO.matcher(text).matches()) {
            return Optional.of(today);
        }
        Matcher ahead = AHEAD.matcher(text);
        return ahead.matches() && (text.startsWith("in ") || ahead.group("after") != null)
                ? count(ahead.group("count"))
                        .map(count -> shifted(
                                text.endsWith("tomorrow") ? today.plusDays(1) : today, count, ahead.group("unit")))
                : Optional.empty();
    }

    /** Whether it is the name of a day of the week, whole or short. */
    static boolean isWeekday(String word) {
        return Arrays.stream(DayOfWeek.values()).anyMatch(day -> isCalled(day, word.toLowerCase(Locale.ROOT)));
    }

    private static Optional<LocalDate> weekday(String text, LocalDate today) {
        Matcher week = OF_WEEK.matcher(text);
        if (week.matches()) {
            LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                    .plusWeeks("next".equals(week.group("which")) ? 1 : 0);
            return Arrays.stream(DayOfWeek.values())
                    .filter(day -> isCalled(day, week.group("day")))
                    .map(day -> monday.with(TemporalAdjusters.nextOrSame(day)))
                    .findFirst();
        }
        Matcher matcher = WEEKDAY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String name = matcher.group("day");
        boolean last = "last".equals(matcher.group("which"));
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> isCalled(day, name))
                .map(day -> today.with(last ? TemporalAdjusters.previous(day) : TemporalAdjusters.next(day)))
                .findFirst();
    }

    /** “Sat” and “sun” are words as well, so only whole names will do, and four letters or more. */
    private static boolean isCalled(DayOfWeek day, String name) {
        String whole = day.name().toLowerCase(Locale.ROOT);
        return whole.equals(name) || (name.length() > 3 && name.length() < 6 && whole.startsWith(name));
    }

    private static Optional<LocalDate> numeric(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.matches()
                ? Optional.of(LocalDate.of(number(matcher, "year"), number(matcher, "number"), number(matcher, "day")))
                : Optional.empty();
    }

    /** “The 20th” is the next one to come. */
    private static Optional<LocalDate> dayOnly(String text, LocalDate today) {
        Matcher matcher = DAY_ONLY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int day = number(matcher, "day");
        String named = matcher.group("month");
        if (named != null) {
            LocalDate month = today.withDayOfMonth(1).plusMonths(named.equals("next") ? 1 : 0);
            return Optional.of(LocalDate.of(month.getYear(), month.getMonth(), day));
        }
        return Stream.of(0, 1, 2)
                .map(today.withDayOfMonth(1)::plusMonths)
                .filter(month -> day <= month.lengthOfMonth())
                .map(month -> month.withDayOfMonth(day))
                .filter(date -> !date.isBefore(today))
                .findFirst();
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
        Optional<Month> month = month(matcher.group("month"));
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
