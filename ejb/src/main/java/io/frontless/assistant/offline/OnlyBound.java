package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Whether a sentence bounds a number and does not tell it: “the rent is 80 at most”, “takes at least 3 players”, “by 5 % but not below 1200”. */
record OnlyBound(Phrase words) {

    private static final Set<String> BEING = Words.listed(
            "is are be being has have takes take holds hold needs need costs cost earns earn pays pay weighs weigh lasts last");
    private static final Set<String> WHICH = Set.of("that", "which", "who", "if", "unless", "when", "whose", "where");
    private static final Set<String> ABOUT =
            Set.of("about", "around", "roughly", "approximately", "circa", "nearly", "almost");
    private static final Set<String> BE = Set.of("is", "are");
    private static final Set<String> GONE = Set.of("used", "gone", "missing", "broken", "lost", "stolen", "spoilt");
    private static final Set<String> WISHING = Set.of("wants", "demands", "expects");
    private static final Set<String> BESIDE = Set.of("before", "after");
    private static final Set<String> WHILES = Set.of("week", "weekend", "month", "time", "season");
    private static final Set<String> AT = Set.of("at", "on", "in", "for", "of");
    private static final Set<String> EXTREMES = Set.of("least", "most");

    private static final List<Form> LIMITED = List.of(
            Form.of(
                    "<before> but|though|yet never|not [go] [to] below|under|above|over|beyond|less|more|exceeding <rest>"),
            Form.of("<before> but|though at most|least <rest>"),
            Form.of("<before> up to a|the maximum|limit|max <rest>"),
            Form.of("<before> capped|limited at|to <rest>"),
            Form.of("<before> so far"),
            Form.of("<before> is|are half|partly|mostly <rest>"),
            Form.of("<before> cheaper|dearer than planned|expected|estimated|agreed|offered|last <rest>"),
            Form.of("<before> cheaper|dearer than planned|expected|estimated|agreed|offered"));

    /** Whether a change to these values has a number that is only bounded, or for a while. */
    boolean isOfNumber(Collection<?> values) {
        return isForAWhile()
                || !Form.matches(LIMITED, words).isEmpty()
                || IntStream.range(1, words.size())
                        .anyMatch(i -> isBounded(i) || isAbout(i) || isWished(i) || isGone(i, values));
    }

    /** “Has to be inspected before 1 November”: not on that day. */
    boolean isDay(FieldSpec field, String value, LocalDate today) {
        return Roles.isDate(field)
                && !Roles.isDue(field)
                && words.tokens().stream().noneMatch(token -> token.is("that"))
                && IntStream.range(1, words.size() - 1)
                        .filter(i -> words.at(i).isOneOf(BESIDE))
                        .anyMatch(i -> Dates.leading(words.from(i + 1), today)
                                .filter(day -> day.span().from().toString().equals(value))
                                .isPresent());
    }

    /** “Works 30 hours this week”. */
    private boolean isForAWhile() {
        int last = words.size() - 1;
        return last > 1 && words.at(last - 1).is("this") && words.at(last).isOneOf(WHILES);
    }

    /** “Is at least 80”, “80 at most”. */
    private boolean isBounded(int i) {
        boolean bound = words.at(i - 1).is("at") && words.at(i).isOneOf(EXTREMES);
        boolean ended = i + 1 == words.size() || !words.at(i + 1).isWord();
        boolean goesOn = ended || words.at(i + 1).isOneOf(AT);
        boolean which = words.to(i).tokens().stream().anyMatch(token -> token.isOneOf(WHICH) || token.is("with"));
        return bound
                && i > 1
                && ((ended && isAmount(i - 2)) || (goesOn && !which && i > 2 && isAmount(i - 3)) || isSaid(i - 2));
    }

    /** “3 pallets used today”: so many less there are, and not so many. */
    private boolean isGone(int i, Collection<?> values) {
        return Amounts.leading(words.from(i - 1))
                        .filter(amount -> values.stream().anyMatch(amount.value()::equals))
                        .isPresent()
                && (words.at(i).isOneOf(GONE)
                        || (i + 1 < words.size() && words.at(i + 1).isOneOf(GONE)));
    }

    /** “Wants 20 an hour”: that is not what she gets. */
    private boolean isWished(int i) {
        boolean asked = i > 1 && words.at(i - 1).is("for") && words.at(i - 2).is("asked");
        return (asked || words.at(i - 1).isOneOf(WISHING)) && i > (asked ? 2 : 1) && isAmount(i);
    }

    /** “Is about 80”, “costs up to 900”. */
    private boolean isAbout(int i) {
        boolean upTo = words.at(i).is("to") && words.at(i - 1).is("up");
        return upTo
                ? i > 1
                        && i + 1 < words.size()
                        && isAmount(i + 1)
                        && isSaid(i - 2)
                        && !words.at(i - 2).isOneOf(BE)
                : words.at(i).isOneOf(ABOUT) && i + 1 < words.size() && isAmount(i + 1) && isSaid(i - 1);
    }

    private boolean isAmount(int i) {
        return Amounts.leading(words.from(i)).isPresent() && !words.at(i).is("a");
    }

    /** Whether a verb stands there that tells how it is, and not which are meant: “who earns at least 13”. */
    private boolean isSaid(int verb) {
        return verb > 0
                && words.at(verb).isOneOf(BEING)
                && words.to(verb).tokens().stream().noneMatch(token -> token.isOneOf(WHICH));
    }
}
