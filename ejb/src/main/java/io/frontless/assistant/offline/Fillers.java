package io.frontless.assistant.offline;

import java.util.Locale;
import java.util.Set;

/** What joins the conditions on records and says nothing by itself. */
final class Fillers {

    private static final Set<String> WORDS =
            Words.listed("and that which who whose where are is be been being was were has have had having do does did"
                    + " get the a an any some currently still also already now right ever there all of only placed made both either , it yet our"
                    + " their its live lives living located based come comes work works working stay sit go goes belong belonging"
                    + " we i ones one must should will become becomes became turn turns fall falls 's");

    private static final Set<String> PHRASES = Set.of(
            "at all",
            "only those",
            "just those",
            "only the ones",
            "just the ones",
            "takes place",
            "take place",
            "took place",
            "per head",
            "per person",
            "per unit",
            "so far",
            "i mean",
            "on file",
            "on record",
            "as yet",
            "at the moment",
            "for now",
            "right now",
            "at present",
            "these days",
            "of ours",
            "of any kind",
            "any more",
            "any longer",
            "in our books",
            "on our books");

    private static final Set<String> HAVE = Set.of("have", "has");
    private static final Set<String> ONE = Set.of("a", "an");
    private static final Set<String> LIVING = Words.listed("lives live living based located comes belongs belonging");
    private static final Set<String> TELLING_WHICH =
            Set.of("we", "i", "you", "that", "which", "who", "whose", "where", "there", "with", "it", "its");
    private static final Set<String> BEING = Set.of("is", "are", "was", "were");
    private static final Set<String> BESIDES =
            Set.of("overdue", "late", "without", "with", "still", "already", "no", "never", "also", "has", "have");
    private static final Set<String> PREPOSITIONS = Set.of("for", "of", "from", "with", "to", "at", "on", "in");
    private static final int PHRASE_TOKENS_MAX = 3;

    /** Words that join as well as they mean something that was mentioned before. */
    private static final Set<String> RELATIVE = Set.of("that", "there", "this", "those", "these");

    private Fillers() {}

    static boolean isOne(Token word) {
        return word.isOneOf(WORDS);
    }

    /** Whether “but” says one thing more: “that are done but unpaid”, “trained helpers but unpaid”. */
    static boolean goesOn(Phrase before, Phrase left) {
        return before.tokens().stream().anyMatch(token -> token.isOneOf(BEING))
                || (left.size() > 1 && left.at(1).word().startsWith("un"));
    }

    /** Whether “have” tells of all that was named, as in “door keys have a deposit of 50”; “carriers we have a key of” are some. */
    static boolean saysOf(Phrase words, int at) {
        return at > 0
                && at + 2 < words.size()
                && words.at(at).isOneOf(HAVE)
                && words.at(at + 1).isOneOf(ONE)
                && words.to(at).tokens().stream().noneMatch(token -> token.isOneOf(TELLING_WHICH));
    }

    /** “Lives in Camden”, “belongs to Birgit Holm” say no more of something new than “in” and “to” do. */
    static boolean isLiving(Phrase words, int at) {
        return at > 0
                && at + 1 < words.size()
                && words.at(at).isOneOf(LIVING)
                && Holders.Relation.of(words.at(at + 1)).isPresent();
    }

    /** “That have to be …”. */
    static boolean isToBe(Phrase left) {
        return left.size() > 2 && left.startsWith("to") && left.at(1).is("be");
    }

    /** How many tokens say nothing more: “at all”, “so far”. */
    static int length(Phrase left) {
        if (left.size() > 2 && left.startsWith("from") && left.at(1).isOneOf(Set.of("before", "after", "since"))) {
            return 1;
        }
        // “For which we have no key” is “with no key”.
        if (left.size() > 2
                && left.startsWithOneOf(PREPOSITIONS)
                && left.at(1).isOneOf(Set.of("which", "whom"))
                && left.at(2).isOneOf(Set.of("we", "i", "you"))) {
            return 2;
        }
        // “Requested but without catering” says two things.
        if (left.size() > 1 && left.startsWith("but") && left.at(1).isOneOf(BESIDES)) {
            return 1;
        }
        for (int length = Math.min(left.size(), PHRASE_TOKENS_MAX); length > 1; length--) {
            if (PHRASES.contains(left.to(length).text().toLowerCase(Locale.ROOT))) {
                return length;
            }
        }
        return 0;
    }

    /** “Their” may be passed over in “below their minimum”, and never where it may be the records that were mentioned before. */
    static boolean mayMention(Token word) {
        return Mentioned.isWord(word) && !word.isOneOf(RELATIVE);
    }
}
