package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The clauses of a sentence: for each of its words the number of the clause that it stands in. */
record ToldClauses(Phrase words, List<Integer> numbers) {

    private static final Set<String> ENDS = Set.of(",", ";", ":", "(", ")", "-", "–", "!");
    private static final Set<String> BEGINNINGS = Set.of("so", "because", "since", "which", "where", "while");
    private static final Set<String> WHEN = Set.of("today", "yesterday", "now", "last", "this", "then");
    private static final Set<String> JOINS = Set.of("and", "but");

    static ToldClauses of(Phrase words) {
        List<Integer> numbers = new ArrayList<>();
        int number = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean begins = i > 0
                    && (words.at(i - 1).isOneOf(ENDS)
                            || isStop(words.at(i - 1))
                            || (words.at(i).isOneOf(BEGINNINGS) && !isSinceWhen(words, i))
                            || (words.at(i).isOneOf(JOINS) && i + 1 < words.size() && goesOn(words.at(i + 1))));
            number += begins ? 1 : 0;
            numbers.add(number);
        }
        return new ToldClauses(words, List.copyOf(numbers));
    }

    /** “Has since today a loyalty card”: since when, and not why. */
    static boolean isSinceWhen(Phrase words, int i) {
        return words.at(i).is("since")
                && i + 1 < words.size()
                && (words.at(i + 1).isOneOf(WHEN)
                        || Dates.isWeekday(words.at(i + 1).text())
                        || Dates.month(words.at(i + 1).word()).isPresent());
    }

    private static boolean goesOn(Token token) {
        return Light.isChanging(token)
                || token.isOneOf(Set.of("it", "he", "she", "they", "i", "we", "is", "are", "not"));
    }

    private static boolean isStop(Token token) {
        return token.isWord() && token.text().matches("(\\p{Ll}.*|.*\\d.*)\\.");
    }

    int of(int word) {
        return numbers.get(word);
    }

    int count() {
        return numbers.isEmpty() ? 0 : numbers.get(numbers.size() - 1) + 1;
    }

    int start(int word) {
        int start = word;
        while (start > 0 && of(start - 1) == of(word)) {
            start--;
        }
        return start;
    }

    IntStream words(int clause) {
        return IntStream.range(0, numbers.size()).filter(i -> of(i) == clause);
    }
}
