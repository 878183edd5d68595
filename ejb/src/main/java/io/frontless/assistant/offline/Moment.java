package io.frontless.assistant.offline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A day, a time of day, or both, in either order: “Monday at 10”, “2 pm on 6 October”, “15:30”, “tomorrow”.
 *
 * @param unsure the hour that may be in the morning or in the afternoon: “at 3”
 * @param tokens how many tokens say it
 */
record Moment(Optional<LocalDate> day, Optional<LocalTime> time, Optional<Phrase> unsure, int tokens) {

    private static final Set<String> LEADING = Set.of("to", "for", "on", "until", "till", "->", ":");
    private static final Set<String> BETWEEN = Set.of("on", ",");

    /** Parts of a day are no time of it. */
    private static final Set<String> PARTS =
            Set.of("morning", "afternoon", "evening", "now", "ago", "minutes", "hours");

    /** What the whole phrase says, with the preposition before it. */
    static Optional<Moment> read(Phrase phrase, LocalDate today) {
        int skip = phrase.size() > 1 && phrase.startsWithOneOf(LEADING) ? 1 : 0;
        return whole(phrase.from(skip), today)
                .or(() -> phrase.size() > 1 && phrase.startsWith("at")
                        ? whole(phrase.from(1), today).filter(Moment::isWhole)
                        : Optional.empty());
    }

    private static Optional<Moment> whole(Phrase phrase, LocalDate today) {
        return leading(phrase, today).filter(found -> found.tokens() == phrase.size());
    }

    /** The longest that the phrase begins with. */
    static Optional<Moment> leading(Phrase phrase, LocalDate today) {
        return leading(phrase, today, false);
    }

    /** The same where it may as well have been: “after 28 September 12:00” is of the nearest one. */
    static Optional<Moment> nearest(Phrase phrase, LocalDate today) {
        return leading(phrase, today, true);
    }

    private static Optional<Moment> leading(Phrase phrase, LocalDate today, boolean near) {
        if (phrase.isEmpty()) {
            return Optional.empty();
        }
        Optional<DayTime> time = DayTime.leading(phrase);
        if (time.isPresent()) {
            int on = between(phrase.from(time.get().tokens()));
            Optional<Dates.Dated> day = day(phrase.from(time.get().tokens() + on), today, near);
            return Optional.of(of(
                    day,
                    time,
                    phrase,
                    0,
                    day.map(found -> found.tokens() + on).orElse(0) + time.get().tokens()));
        }
        int on = phrase.startsWith("on") ? 1 : 0;
        return day(phrase.from(on), today, near).map(found -> {
            int start = on + found.tokens();
            int comma = start < phrase.size() && phrase.at(start).is(",") ? 1 : 0;
            Optional<DayTime> after = DayTime.leading(phrase.from(start + comma));
            int tokens = after.map(said -> start + comma + said.tokens()).orElse(start);
            return of(Optional.of(found), after, phrase, start + comma, tokens);
        });
    }

    /** Whether it says both. */
    boolean isWhole() {
        return day.isPresent() && time.isPresent();
    }

    /** As an instant of a record that has another one: what is not said stays as it is. */
    Optional<Instant> on(Optional<Instant> present) {
        Optional<LocalDateTime> old = present.map(instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        Optional<LocalDate> date = day.or(() -> old.map(LocalDateTime::toLocalDate));
        Optional<LocalTime> clock = time.or(() -> old.map(LocalDateTime::toLocalTime));
        return date.flatMap(found -> clock.map(at -> found.atTime(at).toInstant(ZoneOffset.UTC)));
    }

    /** Asks in which half of the day an hour is that can be in both. */
    void requireSure() {
        unsure.ifPresent(hour -> {
            throw DayTime.askedOfHalf(hour);
        });
    }

    private static Moment of(Optional<Dates.Dated> day, Optional<DayTime> time, Phrase phrase, int timeAt, int tokens) {
        return new Moment(
                day.map(found -> found.span().from()),
                time.map(DayTime::time),
                time.filter(found -> !found.sure()).map(found -> hour(phrase.sub(timeAt, timeAt + found.tokens()))),
                tokens);
    }

    private static Phrase hour(Phrase time) {
        return time.startsWith("at") ? time.from(1) : time;
    }

    private static int between(Phrase rest) {
        return rest.size() > 1 && rest.startsWithOneOf(BETWEEN) ? 1 : 0;
    }

    private static Optional<Dates.Dated> day(Phrase phrase, LocalDate today, boolean near) {
        return Dates.leading(phrase, today)
                .map(found -> near ? found.leaning(today, false) : found)
                .filter(found -> found.span().isDay())
                .filter(found -> IntStream.range(0, found.tokens())
                        .noneMatch(i -> phrase.at(i).isOneOf(PARTS)));
    }
}
