package io.frontless.assistant.offline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A day told twice is one: “next Friday, 9 October” is the 9th, and a question where that is no Friday. */
final class ToldTwice {

    private static final Set<String> WHICH = Set.of("next", "this", "coming", "following");
    private static final int TOKENS_MIN = 3;

    private ToldTwice() {}

    /** The words without the first telling of such days. */
    static Phrase once(Phrase words, LocalDate today) {
        for (int comma = 1; comma + 1 < words.size() && words.size() > TOKENS_MIN; comma++) {
            boolean pair = words.at(comma).is(",") && isDay(words.at(comma - 1));
            Optional<Dates.Dated> date = pair ? date(words.from(comma + 1), today) : Optional.empty();
            if (date.isPresent() && !isLast(words.at(comma - 1), date.get(), today)) {
                requireSame(words.at(comma - 1), date.get().span().from(), today);
                return once(words.to(start(words, comma - 1)).joined(words.from(comma + 1)), today);
            }
        }
        return words;
    }

    private static boolean isDay(Token token) {
        return token.isOneOf(Set.of("today", "tomorrow")) || weekday(token).isPresent();
    }

    private static Optional<DayOfWeek> weekday(Token token) {
        return token.isWord()
                ? Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().equalsIgnoreCase(token.text()))
                        .findFirst()
                : Optional.empty();
    }

    /** A day with its month, in words or in figures. */
    private static Optional<Dates.Dated> date(Phrase rest, LocalDate today) {
        return rest.at(0).quoted()
                ? Optional.empty()
                : Dates.leading(rest, today)
                        .filter(found -> found.span().isDay() && found.plain() && found.tokens() > 1);
    }

    /** “Tuesday, 29 September” without a year, where the last one is nearer and is a Tuesday: the day of the week tells which. */
    private static boolean isLast(Token name, Dates.Dated date, LocalDate today) {
        LocalDate next = date.span().from();
        LocalDate last = next.minusYears(1);
        return date.yearless()
                && ChronoUnit.DAYS.between(last, today) < ChronoUnit.DAYS.between(today, next)
                && weekday(name)
                        .filter(day -> next.getDayOfWeek() != day && last.getDayOfWeek() == day)
                        .isPresent();
    }

    private static void requireSame(Token name, LocalDate date, LocalDate today) {
        boolean same = weekday(name)
                .map(day -> date.getDayOfWeek() == day)
                .orElseGet(() -> date.equals(today.plusDays(name.is("tomorrow") ? 1 : 0)));
        if (!same) {
            throw Unclear.say("“%s” is no %s. Say only one of them.".formatted(date, name.text()));
        }
    }

    private static int start(Phrase words, int day) {
        int which = day > 0 && words.at(day - 1).isOneOf(WHICH) ? day - 1 : day;
        return which < day && which > 0 && words.at(which - 1).is("the") ? which - 1 : which;
    }
}
