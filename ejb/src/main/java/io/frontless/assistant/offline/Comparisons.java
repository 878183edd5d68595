package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words that compare, such as “more than”, “before” and “at least”. */
final class Comparisons {

    /** A comparison and how many tokens say it. */
    record Said(Comparison comparison, int tokens) {

        /** The other side. */
        Said turned() {
            return new Said(
                    switch (comparison) {
                        case GT -> Comparison.LT;
                        case GE -> Comparison.LE;
                        case LT -> Comparison.GT;
                        case LE -> Comparison.GE;
                        case EQ, NE, IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY -> comparison;
                    },
                    tokens);
        }
    }

    /** Words that compare a length of time rather than a day. */
    private static final Set<String> LASTING =
            Set.of("more", "over", "longer", "less", "under", "fewer", "at", "up", "no", "not");

    private static final List<Map.Entry<Comparison, List<Form>>> FORMS = List.of(
            Map.entry(Comparison.NE, forms("is|are not", "!=", "not")),
            Map.entry(Comparison.GE, forms("at least", "not less than", "no less than", ">=", "since|starting")),
            Map.entry(Comparison.LE, forms("at most", "not more than", "no more than", "up to", "<=", "until|till|by")),
            Map.entry(
                    Comparison.GT,
                    forms(
                            "more|greater|bigger|higher|larger|later|dearer|longer|heavier|taller|deeper|wider than",
                            "more expensive than",
                            ">",
                            "over|above|after|exceeding|exceeds")),
            Map.entry(
                    Comparison.LT,
                    forms(
                            "less|smaller|lower|fewer|earlier|cheaper|shorter|lighter than",
                            "less expensive than",
                            "<",
                            "under|below|before")),
            Map.entry(
                    Comparison.CONTAINS,
                    forms("contains|contain|containing|includes|include|mentions|mention|mentioning|like")),
            Map.entry(Comparison.EQ, forms("equal to", "equals|is|are|on|=|:")));

    private static final Set<String> UP = Set.of(
            "more", "over", "above", "higher", "later", "newer", "greater", "longer", "larger", "bigger", "heavier",
            "dearer", "after", "up", "upwards", "onwards", "better");
    private static final Set<String> DOWN = Set.of(
            "less", "fewer", "under", "below", "lower", "earlier", "shorter", "smaller", "lighter", "cheaper", "before",
            "worse", "down");

    private Comparisons() {}

    /** The comparison that the phrase begins with; “is over” is “over”. */
    static Optional<Said> leading(Phrase phrase) {
        int skip = phrase.size() > 1
                        && phrase.startsWithOneOf(Set.of("is", "are"))
                        && !phrase.at(1).is("not")
                        && said(phrase.from(1)).isPresent()
                ? 1
                : 0;
        return said(phrase.from(skip))
                .map(said -> isAgo(phrase.from(skip), said.tokens()) ? said.turned() : said)
                .map(said -> new Said(said.comparison(), said.tokens() + skip));
    }

    /** “More than three weeks ago” is before that day. */
    private static boolean isAgo(Phrase phrase, int from) {
        return phrase.startsWithOneOf(LASTING)
                && phrase.size() > from + 2
                && phrase.at(from + 2).is("ago");
    }

    /** “Or more”, “or older”, after a number or day; of years the older are the earlier ones. */
    static Optional<Said> trailing(Phrase phrase, boolean years) {
        if (phrase.size() > 1 && phrase.startsWith("at") && phrase.at(1).isOneOf(Set.of("most", "least"))) {
            return Optional.of(new Said(phrase.at(1).is("most") ? Comparison.LE : Comparison.GE, 2));
        }
        if (phrase.size() < 2 || !phrase.startsWithOneOf(Set.of("or", "and"))) {
            return Optional.empty();
        }
        Token word = phrase.at(1);
        if (word.isOneOf(UP) || word.is(years ? "younger" : "older")) {
            return Optional.of(new Said(Comparison.GE, 2));
        }
        return word.isOneOf(DOWN) || word.is(years ? "older" : "younger")
                ? Optional.of(new Said(Comparison.LE, 2))
                : Optional.empty();
    }

    private static Optional<Said> said(Phrase phrase) {
        for (int length = Math.min(3, phrase.size()); length > 0; length--) {
            Phrase words = phrase.to(length);
            for (Map.Entry<Comparison, List<Form>> entry : FORMS) {
                if (!Form.matches(entry.getValue(), words).isEmpty()) {
                    return Optional.of(new Said(entry.getKey(), length));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Form> forms(String... templates) {
        return Arrays.stream(templates).map(Form::of).toList();
    }
}
