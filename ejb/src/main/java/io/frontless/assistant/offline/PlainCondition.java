package io.frontless.assistant.offline;

import java.util.Optional;
import java.util.Set;

/** Says a condition without the words that change nothing of it: “the bill is completely paid”, “it has got no leader yet”. */
final class PlainCondition {

    private static final Set<String> BESIDE =
            Set.of("already", "still", "yet", "currently", "completely", "fully", "entirely", "definitely", "any");

    private static final Set<String> HAVING = Set.of("has", "have", "hasn't", "hasn’t", "haven't", "haven’t");
    private static final Set<String> HAS_NOT = Set.of("hasn't", "hasn’t", "haven't", "haven’t");
    private static final Set<String> IS = Set.of("is", "are", "'s", "still", "currently");
    private static final Set<String> SOME = Set.of("any", "some");
    private static final Set<String> BEING = Set.of("is", "are", "has", "have", "was", "were");
    private static final Set<String> THE = Set.of("the", "for", "of");
    /** What stands before a deed that is not done, or not yet. */
    private static final Set<String> NO_DOER = Words.listed(
            "nobody noone no-one no none neither nor never not to will would may might must should can could who that which"
                    + " had say says or and if");

    private static final Set<String> ARTICLES = Set.of("a", "an", "any", "its", "his", "her", "their");

    /** What another time or mind than today's makes something else of. */
    private static final Set<String> OTHERWISE = Words.listed(
            "before ago yesterday previously formerly ever used since did had want wants like likes know knows look looks"
                    + " need needs will would should can may must let plan plans almost nearly only just again then instead either"
                    + " both goes go going becomes next tomorrow soon later today this");

    private PlainCondition() {}

    static Phrase of(Phrase words) {
        Phrase plain = words.to(0);
        for (int i = 0; i < words.size(); i++) {
            boolean got = i > 0 && words.at(i).is("got") && words.at(i - 1).isOneOf(HAVING);
            int after = i + 1 < words.size() && words.at(i + 1).is("got") ? i + 2 : i + 1;
            boolean no = words.at(i).isOneOf(HAS_NOT)
                    && after < words.size()
                    && words.at(after).isOneOf(ARTICLES);
            if (no) {
                plain = plain.then("has").then("no");
                i = after;
            } else if (!got && !words.at(i).isOneOf(BESIDE)) {
                plain = plain.joined(words.sub(i, i + 1));
            }
        }
        return plain;
    }

    /** “The library still hasn't paid”: what is so of what it is done to, “is not paid”. */
    static Optional<Phrase> done(Phrase said) {
        Phrase plain = of(said.bare()).stopless();
        while (plain.size() > 2 && plain.at(plain.size() - 1).isOneOf(THE)) {
            plain = plain.to(plain.size() - 1);
        }
        int verb = plain.size() - 1;
        boolean not = verb > 1 && plain.at(verb - 1).is("not");
        int has = not ? verb - 2 : verb - 1;
        boolean done = has > 0
                && plain.at(has).isOneOf(HAVING)
                && Words.isPast(plain.at(verb).text())
                && plain.to(has).tokens().stream().noneMatch(token -> token.isOneOf(NO_DOER));
        boolean denied = done && (not || plain.at(has).isOneOf(HAS_NOT));
        Phrase is = plain.to(0).then("is");
        return done ? Optional.of((denied ? is.then("not") : is).joined(plain.from(verb))) : Optional.empty();
    }

    /** The same in words that are understood; empty where it is said in such. */
    static Optional<Phrase> inOtherWords(Phrase words) {
        return notIn(words).or(() -> exists(words));
    }

    /** “Any invoice of theirs is overdue”: there is one that is. */
    private static Optional<Phrase> exists(Phrase words) {
        for (int i = 2; i + 1 < words.size() && words.startsWithOneOf(SOME); i++) {
            if (words.at(i).isOneOf(BEING)) {
                Phrase there = words.to(0).then("there").then("is");
                return Optional.of(there.joined(words.sub(1, i)).then("that").joined(words.from(i)));
            }
        }
        return Optional.empty();
    }

    /** “Out of service” is not in service. */
    private static Optional<Phrase> notIn(Phrase words) {
        for (int i = 1; i + 2 < words.size(); i++) {
            if (words.at(i).is("out")
                    && words.at(i + 1).is("of")
                    && words.at(i - 1).isOneOf(IS)) {
                return Optional.of(words.to(i).then("not").then("in").joined(words.from(i + 2)));
            }
        }
        return Optional.empty();
    }

    /** Whether what carries nothing in it may be passed over. */
    static boolean mayBeLoose(Phrase words) {
        return words.tokens().stream()
                .noneMatch(token -> token.isOneOf(OTHERWISE) || Light.isDoubtful(token) || isAdverb(token));
    }

    /** “Partly”, “mostly”: what is not wholly so. */
    private static boolean isAdverb(Token token) {
        return token.isWord() && token.text().endsWith("ly") && !token.isOneOf(BESIDE);
    }
}
