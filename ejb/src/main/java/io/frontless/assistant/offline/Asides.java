package io.frontless.assistant.offline;

import java.util.Locale;
import java.util.Set;

/** Words beside a change that tell how, why or since when it is so, and no value: “by phone”, “after the edit”, “than we thought”, “as a thank you”. */
final class Asides {

    private static final Set<String> PHRASES = Set.of(
            "as a thank you",
            "as a favour",
            "as a favor",
            "as a present",
            "as a gift",
            "as a precaution",
            "as a test",
            "as a compromise",
            "for the moment",
            "for now",
            "for the time being",
            "until further notice",
            "til further notice",
            "till further notice",
            "at last",
            "at once",
            "at short notice",
            "in the system",
            "starting now",
            "starting today",
            "effective now",
            "effective today",
            "after all",
            "in advance",
            "in full",
            "in time",
            "in the end",
            "in person",
            "in any case",
            "on time",
            "on the phone",
            "over the phone",
            "no matter what",
            "of course",
            "all of a sudden",
            "from now on",
            "from here on",
            "as of now",
            "as of today",
            "these days",
            "that day",
            "any more",
            "any longer",
            "in future",
            "for a while",
            "for good",
            "as agreed",
            "as discussed",
            "as planned",
            "as promised",
            "as usual");
    private static final int PHRASE_TOKENS_MAX = 4;
    private static final Set<String> MEANS = Words.listed(
            "phone telephone mail email e-mail letter post fax text sms hand chat message mistake accident request");
    private static final Set<String> PURPOSES = Words.listed(
            "cleaning repair repairs maintenance renovation restoration inspection servicing refurbishment painting");
    private static final Set<String> REASONS = Set.of("after", "since", "because", "due", "thanks", "owing");
    private static final Set<String> LEADING = Words.listed("of to the a an this that his her its their our");
    private static final int REASON_TOKENS_MAX = 5;
    /** “A week more” is a length of time, and no “each week”. */
    private static final Set<String> MORE = Words.listed("more less longer extra");

    private static final Set<String> WHO = Words.listed("what we i they you he she it people everybody everyone");
    private static final Set<String> PER = Words.listed("an a per each every");
    private static final Set<String> TIMES =
            Words.listed("hour hours day night week month year piece head person item");

    private Asides() {}

    static boolean isTime(Token word) {
        return word.isOneOf(TIMES);
    }

    /** “An hour” after a price. */
    static int each(Phrase rest) {
        return rest.size() > 1
                        && rest.startsWithOneOf(Set.of("a", "an"))
                        && rest.at(1).isOneOf(TIMES)
                        && !(rest.size() > 2 && rest.at(2).isOneOf(MORE))
                ? 2
                : 0;
    }

    /** How many tokens of a phrase stand beside; 0 where none do. */
    static int length(Turn turn, Phrase rest) {
        for (int length = Math.min(rest.size(), PHRASE_TOKENS_MAX); length > 1; length--) {
            if (PHRASES.contains(rest.to(length).stopless().text().toLowerCase(Locale.ROOT))) {
                return length;
            }
        }
        int back = Math.max(back(turn, rest), purpose(turn, rest));
        if (back > 0) {
            return back;
        }
        boolean more = rest.size() > 1;
        if (more
                && rest.startsWithOneOf(Set.of("by", "via", "over"))
                && rest.at(1).isOneOf(MEANS)) {
            return isValue(turn, rest.from(1)) ? 0 : 2;
        }
        if (more && rest.startsWith("in") && rest.at(1).is("cash")) {
            return isValue(turn, rest.from(1)) ? 0 : 2;
        }
        if (more && rest.startsWithOneOf(PER) && rest.at(1).isOneOf(TIMES)) {
            return rest.startsWithOneOf(Set.of("a", "an")) ? each(rest) : 2;
        }
        return rest.startsWith("than") ? compared(rest) : reason(turn, rest);
    }

    /** “Back from the garage”, “out of the workshop”: where it was, where nothing of the workspace is called so. */
    private static int back(Turn turn, Phrase rest) {
        boolean from = rest.size() > 2 && rest.at(1).is("from") && rest.startsWith("back");
        boolean out = rest.size() > 2 && rest.at(1).is("of") && rest.startsWith("out");
        if (!from && !out) {
            return 0;
        }
        int place = rest.at(2).isOneOf(LEADING) ? 3 : 2;
        boolean free = place < rest.size()
                && rest.at(place).text().matches("\\p{Ll}{3,}[.]?")
                && !Light.isJoining(rest.at(place))
                && !Commands.namesAnything(turn, rest.sub(place, place + 1));
        return free ? place + 1 : 0;
    }

    /** “For cleaning”, “for repairs”: why it is so. */
    private static int purpose(Turn turn, Phrase rest) {
        return rest.size() > 1
                        && rest.startsWith("for")
                        && rest.at(1).isOneOf(PURPOSES)
                        && !Commands.namesAnything(turn, rest.sub(1, 2).stopless())
                ? 2
                : 0;
    }

    private static boolean isValue(Turn turn, Phrase rest) {
        return turn.schema().entities().stream().anyMatch(entity -> State.leading(turn.schema(), entity, rest) > 0);
    }

    /** “Than planned”, “than we have written”. */
    private static int compared(Phrase rest) {
        int end = 1;
        while (end < rest.size()
                && (rest.at(end).isOneOf(WHO) || Light.isJoining(rest.at(end)) || Light.isPast(rest.at(end)))) {
            end++;
        }
        boolean told = end < rest.size()
                && (Words.isPast(rest.at(end).text())
                        || Words.isTalk(rest.at(end).text()));
        return told ? end + 1 : 0;
    }

    /** “After the edit”, “because of the rain”: why or when, where nothing of the workspace is named. */
    private static int reason(Turn turn, Phrase rest) {
        if (!rest.startsWithOneOf(REASONS)) {
            return 0;
        }
        int end = 1;
        while (end < rest.size() && rest.at(end).isOneOf(LEADING)) {
            end++;
        }
        int start = end;
        while (end < rest.size() && rest.at(end).text().matches("\\p{Ll}{3,}") && !Light.isJoining(rest.at(end))) {
            end++;
        }
        boolean ends = end == rest.size() || rest.at(end).isMark();
        return ends
                        && start > 1
                        && end > start
                        && end <= REASON_TOKENS_MAX
                        && !Commands.namesAnything(turn, rest.sub(start, end))
                ? end
                : 0;
    }
}
