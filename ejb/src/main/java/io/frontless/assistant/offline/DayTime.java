package io.frontless.assistant.offline;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time of day that a phrase begins with: “15:30”, “3 pm”, “noon”, “half past nine”, “9 o'clock”, and after “at” the hour alone.
 *
 * @param sure whether it is one time only: “at 3” may be in the morning or in the afternoon
 */
record DayTime(LocalTime time, int tokens, boolean sure) {

    private static final int HALF_DAY = 12;
    private static final int QUARTER = 15;
    private static final int PAST_TOKENS = 3;

    /** Hours that are rather in the afternoon, or else early in the morning. */
    private static final int UNSURE_MAX = 6;

    private static final Pattern CLOCK =
            Pattern.compile("(?<hour>[01]?\\d|2[0-3]):(?<minute>[0-5]\\d)(?::00)?(?<half>[ap]m)?");
    private static final Pattern WITH_HALF = Pattern.compile("(?<hour>1[0-2]|[1-9])(?<half>[ap]m)");
    private static final Pattern HOUR = Pattern.compile("1?\\d|2[0-3]");
    private static final Map<String, String> HALVES =
            Map.of("am", "am", "pm", "pm", "a.m", "am", "a.m.", "am", "p.m", "pm", "p.m.", "pm");
    private static final Set<String> NOON = Set.of("noon", "midday");
    private static final Map<String, Integer> PARTS = Map.of("half", 2 * QUARTER, "quarter", QUARTER);

    /** The time at the beginning, with or without “at”. */
    static Optional<DayTime> leading(Phrase phrase) {
        int at = phrase.size() > 1 && phrase.startsWith("at") ? 1 : 0;
        Phrase said = phrase.from(at);
        if (said.isEmpty() || said.at(0).quoted()) {
            return Optional.empty();
        }
        return clock(said)
                .or(() -> noon(said))
                .or(() -> past(said))
                .or(() -> at > 0 ? hour(said) : Optional.empty())
                .map(found -> new DayTime(found.time(), found.tokens() + at, found.sure()));
    }

    /** An hour in figures and nothing more, where it is told otherwise that one is meant: “between 9 and 11”. */
    static Optional<DayTime> hour(Phrase said) {
        boolean hour = !said.isEmpty()
                && !said.at(0).quoted()
                && HOUR.matcher(said.at(0).text()).matches();
        return hour ? Optional.of(whole(Integer.parseInt(said.at(0).text()), 1)) : Optional.empty();
    }

    /** Whether a number can be an hour that is told without minutes. */
    static boolean isHour(Token token) {
        return !token.quoted() && HOUR.matcher(token.text()).matches();
    }

    /** Asks in which half of the day an hour is that can be in both. */
    static Unclear askedOfHalf(Phrase hour) {
        return Unclear.ask(
                "Is “%s” in the morning or in the afternoon?".formatted(hour.text()),
                List.of(hour.sentenceWith(hour.text() + " am"), hour.sentenceWith(hour.text() + " pm")));
    }

    private static DayTime whole(int hour, int tokens) {
        return new DayTime(LocalTime.of(hour, 0), tokens, hour > UNSURE_MAX);
    }

    private static Optional<DayTime> clock(Phrase said) {
        String text = said.at(0).text().toLowerCase(Locale.ROOT);
        Matcher clock = CLOCK.matcher(text);
        Optional<String> apart = said.size() > 1 && !said.at(1).quoted()
                ? Optional.ofNullable(HALVES.get(said.at(1).word()))
                : Optional.empty();
        if (clock.matches()) {
            int hour = Integer.parseInt(clock.group("hour"));
            int minute = Integer.parseInt(clock.group("minute"));
            Optional<String> half = Optional.ofNullable(clock.group("half"));
            int tokens = half.isEmpty() && apart.isPresent() ? 2 : 1;
            return time(hour, minute, half.or(() -> apart), tokens);
        }
        Matcher joined = WITH_HALF.matcher(text);
        if (joined.matches()) {
            return time(Integer.parseInt(joined.group("hour")), 0, Optional.of(joined.group("half")), 1);
        }
        if (!isHour(said.at(0))) {
            return Optional.empty();
        }
        int hour = Integer.parseInt(said.at(0).text());
        boolean oClock = said.size() > 1 && said.at(1).isOneOf(Set.of("o'clock", "o’clock", "oclock"));
        return oClock ? Optional.of(whole(hour, 2)) : apart.flatMap(half -> time(hour, 0, apart, 2));
    }

    /** Of halves of the day there are only the hours from 1 to 12. */
    private static Optional<DayTime> time(int hour, int minute, Optional<String> half, int tokens) {
        if (half.isPresent() && (hour == 0 || hour > HALF_DAY)) {
            return Optional.empty();
        }
        int of = half.map(said -> hour % HALF_DAY + (said.equals("pm") ? HALF_DAY : 0))
                .orElse(hour);
        return Optional.of(new DayTime(LocalTime.of(of, minute), tokens, true));
    }

    private static Optional<DayTime> noon(Phrase said) {
        return said.startsWithOneOf(NOON) ? Optional.of(new DayTime(LocalTime.NOON, 1, true)) : Optional.empty();
    }

    /** “Half past nine”, “quarter to 11”. */
    private static Optional<DayTime> past(Phrase said) {
        Integer part = PARTS.get(said.at(0).word());
        if (part == null || said.size() < PAST_TOKENS || !said.at(1).isOneOf(Set.of("past", "to"))) {
            return Optional.empty();
        }
        boolean before = said.at(1).is("to");
        return Amounts.count(said.sub(2, PAST_TOKENS))
                .filter(hour -> hour > 0 && hour <= HALF_DAY)
                .map(hour -> {
                    LocalTime time = LocalTime.of(hour, 0).plusMinutes(before ? -part : part);
                    Optional<String> half = said.size() > PAST_TOKENS
                            ? Optional.ofNullable(
                                    HALVES.get(said.at(PAST_TOKENS).word()))
                            : Optional.empty();
                    return half.map(name -> new DayTime(
                                    name.equals("pm") && hour < HALF_DAY ? time.plusHours(HALF_DAY) : time,
                                    PAST_TOKENS + 1,
                                    true))
                            .orElseGet(() -> new DayTime(time, PAST_TOKENS, hour > UNSURE_MAX));
                });
    }
}
