package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import java.util.Set;

/** Whether words that would be a text value say more than that. */
final class MoreThanText {

    private static final Set<String> ARROWS = Set.of("to", "as", "=", "into");

    /** Words that go on about a change rather than belonging to a short text. */
    private static final Set<String> TALK = Set.of(
            ("instead unless because since until when while if whether but not except rather only or today tomorrow "
                            + "yesterday later again soon anymore then than once where which whose to into =")
                    .split(" "));

    /** Words that tell which value is meant rather than being one: “where the Ember is”. */
    private static final Set<String> DESCRIBING =
            Set.of("where", "which", "that", "whatever", "wherever", "whose", "from");

    /** What begins the rest of a sentence about the record, and no text: “has accepted our quote”, “by Sami Aydin”. */
    private static final Set<String> BEGINNINGS = Set.of(
            "by", "has", "have", "had", "was", "were", "will", "would", "did", "does", "might", "may", "can", "could");

    /** “11 and is shod” is a box and a state. */
    private static final Set<String> BEING = Set.of("is", "are", "gets", "has");

    private MoreThanText() {}

    /** “Has accepted. Please mark …”: a full stop, and a word with which another sentence begins. */
    private static boolean goesOnInAnother(Phrase phrase) {
        for (int i = 1; i < phrase.size(); i++) {
            Token next = phrase.at(i);
            boolean stop = phrase.at(i - 1).isWord() && phrase.at(i - 1).text().matches(".*\\p{Ll}{3}[.!]");
            boolean begins = Light.isJoining(next) || Light.isChanging(next) || next.isOneOf(UpdateRecordReading.VERBS);
            if (stop && begins) {
                return true;
            }
        }
        return false;
    }

    /** A text that goes on with “and … to …” is rather a second change, and one with “unless …” rather a condition. */
    static boolean is(FieldSpec field, Phrase phrase) {
        if (!Roles.isText(field) || phrase.isQuoted()) {
            return false;
        }
        boolean whose = phrase.size() > 1 && phrase.at(phrase.size() - 1).is("'s");
        boolean described = phrase.size() > 1 && phrase.startsWithOneOf(DESCRIBING);
        boolean sentence =
                (phrase.size() > 1 && BEGINNINGS.contains(phrase.at(0).text())) || goesOnInAnother(phrase);
        if (whose || described || sentence || phrase.tokens().stream().skip(1).anyMatch(token -> token.isOneOf(TALK))) {
            return true;
        }
        boolean joined = false;
        for (Token token : phrase.tokens()) {
            joined = joined || token.isOneOf(Slots.AND) || token.isOneOf(Slots.SEPARATORS);
            if (joined && (token.isOneOf(ARROWS) || token.isOneOf(BEING) || token.is("'s"))) {
                return true;
            }
        }
        return false;
    }
}
