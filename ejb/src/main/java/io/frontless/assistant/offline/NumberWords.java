package io.frontless.assistant.offline;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads whole numbers that are written out, in small letters: “three hundred and ten”, “twenty-five”, “half a dozen”. */
final class NumberWords {

    private static final List<String> SMALL = List.of(
            ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
                            + " nineteen")
                    .split(" "));
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;
    private static final int DOZEN = 12;
    private static final int TEN = 10;
    private static final int ABOVE_TENS = 20;
    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> SCALES = Set.of("hundred", "thousand", "dozen");

    /** A number, and how many tokens it takes. */
    record Said(int value, int tokens) {}

    private NumberWords() {}

    /** The number of several words that a phrase begins with, or of one above twelve; “two thousand” is a number with zeros. */
    static Optional<Said> leading(Phrase phrase) {
        if (phrase.isEmpty()
                || !phrase.at(0).isWord()
                || !Character.isLowerCase(phrase.at(0).text().charAt(0))) {
            return Optional.empty();
        }
        if (phrase.size() > 2
                && phrase.startsWith("half")
                && phrase.at(1).is("a")
                && phrase.at(2).is("dozen")) {
            return Optional.of(new Said(DOZEN / 2, 3));
        }
        int total = 0;
        int current = 0;
        int end = 0;
        boolean article = phrase.size() > 1
                && phrase.startsWithOneOf(ARTICLES)
                && phrase.at(1).isOneOf(SCALES);
        if (article) {
            current = 1;
            end = 1;
        }
        while (end < phrase.size()) {
            int at = isJoin(phrase, end, current, total) ? end + 1 : end;
            Token token = phrase.at(at);
            int small = small(token);
            if (small >= 0 && fits(current, small)) {
                current += small;
            } else if (at == end && token.is("hundred") && current > 0 && current < TEN) {
                current *= HUNDRED;
            } else if (at == end && token.is("thousand") && current > 0 && total == 0) {
                total = current * THOUSAND;
                current = 0;
            } else if (at == end && token.is("dozen") && current > 0 && current < ABOVE_TENS && total == 0) {
                return Optional.of(new Said(current * DOZEN, end + 1));
            } else {
                break;
            }
            end = at + 1;
        }
        boolean withZeros = end == 2 && total > 0 && !article;
        boolean more = !withZeros && (end > 1 || current > DOZEN);
        return more ? Optional.of(new Said(total + current, end)) : Optional.empty();
    }

    /** The number that one word says, from thirteen on; empty for others. */
    static Optional<Integer> one(String word) {
        int small = small(word);
        return small > DOZEN ? Optional.of(small) : Optional.empty();
    }

    /** “Hundred and ten”: “and” stands within a number after hundreds or thousands. */
    private static boolean isJoin(Phrase phrase, int at, int current, int total) {
        boolean round = (current >= HUNDRED && current % HUNDRED == 0) || (current == 0 && total > 0);
        return round && at + 1 < phrase.size() && phrase.at(at).is("and") && small(phrase.at(at + 1)) > 0;
    }

    /** Whether a number below a hundred goes on what was said: after hundreds, or a digit after tens. */
    private static boolean fits(int current, int small) {
        int rest = current % HUNDRED;
        return rest == 0 || (rest >= ABOVE_TENS && rest % TEN == 0 && small > 0 && small < TEN);
    }

    private static int small(Token token) {
        return token.isWord() ? small(token.text()) : -1;
    }

    private static int small(String word) {
        int dash = word.indexOf('-');
        if (dash > 0) {
            int tens = TENS.indexOf(word.substring(0, dash));
            int digit = SMALL.indexOf(word.substring(dash + 1));
            return tens >= 0 && digit > 0 && digit < TEN ? (tens + 2) * TEN + digit : -1;
        }
        int tens = TENS.indexOf(word);
        return tens >= 0 ? (tens + 2) * TEN : SMALL.indexOf(word);
    }
}
