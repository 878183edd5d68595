package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A deed and its day: “paid yesterday” is paid, and when. By when something has to be done, or up to when it holds, is told by no deed that is done; and
 * what lies ahead has not been done yet.
 */
record DeedDay(Turn turn, EntityView entity, FieldSpec field, Phrase deed) {

    DeedDay {
        deed = deed.size() > 1 && deed.at(0).isMark() ? deed.from(1) : deed;
    }

    private static final Set<String> LIMITS = Set.of("by", "until", "till");

    private static final Set<String> BY = Set.of("by", "until", "till", "before");
    private static final Set<String> ON = Set.of("on", "by", "at", "until");

    /** Deeds that tell of what is still to come. */
    private static final Set<String> PLANNED = Set.of(
            "planned",
            "scheduled",
            "booked",
            "expected",
            "promised",
            "needed",
            "wanted",
            "required",
            "reserved",
            "requested");

    /** Whether a date says up to when, by the end of its name: “Deliver by”, “Insured until”. */
    static boolean isLimit(FieldSpec field) {
        List<String> label = Names.stems(field.label());
        return Roles.isDate(field) && label.size() > 1 && LIMITS.contains(label.get(label.size() - 1));
    }

    /** Whether a day of the field is one that has been: “Enrolled on” was in the past, “planned for” is to come, and “last day” is an end. */
    static boolean isOfThePast(FieldSpec field) {
        List<String> label = Names.stems(field.label());
        boolean end = label.equals(List.of("last", "day")) || label.equals(List.of("last", "date"));
        boolean last = label.contains("last") && !end;
        return label.contains("since") || last || (!label.isEmpty() && isDone(label.get(0)));
    }

    /** Whether a word tells what has been done. */
    static boolean isDone(String word) {
        return Words.isPast(word) && !PLANNED.contains(word.toLowerCase(Locale.ROOT));
    }

    /** “Is not settled by the 3rd”: what is to have been done by a day to come cannot be said yet. */
    static boolean isOpen(Phrase condition, LocalDate today) {
        return IntStream.range(1, condition.size() - 1)
                .filter(i -> condition.at(i).isOneOf(BY)
                        && isDone(condition.at(i - 1).text()))
                .anyMatch(i -> Dates.leading(condition.from(i + 1), today)
                        .filter(day -> day.span().from().isAfter(today))
                        .isPresent());
    }

    /** Whether a day cannot be one of this field where a word for it tells what was done: by then it was to be done, or it was not done yet. */
    static boolean isOther(Turn turn, FieldSpec field, Token deed, Phrase day) {
        return Roles.isDate(field)
                && isDone(deed.text())
                && day(turn, day).filter(ahead -> isOther(field, ahead)).isPresent();
    }

    private static boolean isOther(FieldSpec field, boolean ahead) {
        return ahead ? isOfThePast(field) && !isLimit(field) : isLimit(field);
    }

    /** Whether the day lies ahead; empty where it is none. */
    private static Optional<Boolean> day(Turn turn, Phrase day) {
        int at = turn.words().tokens().indexOf(day.at(0));
        boolean by = at > 0 && turn.words().at(at - 1).isOneOf(BY);
        LocalDate today = turn.request().today();
        Phrase said = by ? day : Dates.told(day, today);
        return Dates.parse(said.text(), today).map(date -> date.isAfter(today));
    }

    /** What the deed and its day make of records; a question where they make nothing. */
    Values with(Values given) {
        boolean tells =
                Roles.isDate(field) && !deed.isEmpty() && isDone(deed.at(0).text()) && isBesideDay();
        Optional<State> state = State.ofDeed(turn.schema(), entity, field, deed);
        boolean ahead = Roles.isDate(field) && isAhead(given);
        boolean limit = tells && isLimit(field);
        if (tells && isOther(field, ahead) && (ahead || state.isEmpty())) {
            throw Unclear.say("Is “%s” to say so? Say “set the %s of … to …”."
                    .formatted(field.label(), field.label().toLowerCase(Locale.ROOT)));
        }
        if (state.isEmpty()) {
            return given;
        }
        String made = state.get().field().key();
        Values stated = given.with(made, state.get().value());
        return !limit ? stated : ahead ? given.without(made) : stated.without(field.key());
    }

    /** “Paid on 20 October”, with nothing between that says to set it. */
    private boolean isBesideDay() {
        Phrase words = turn.words();
        int end = words.tokens().indexOf(deed.at(deed.size() - 1)) + 1;
        boolean beside = deed.size() == 1 || (deed.size() == 2 && deed.at(1).isOneOf(ON));
        return beside
                && end > 0
                && end < words.size()
                && (words.at(end).isOneOf(ON)
                        || Dates.leading(words.from(end), turn.request().today())
                                .isPresent());
    }

    private boolean isAhead(Values given) {
        Object day = given.get(field.key());
        return day != null
                && LocalDate.parse(String.valueOf(day).substring(0, 10))
                        .isAfter(turn.request().today());
    }
}
