package io.frontless.assistant.offline;

import java.util.Set;
import java.util.stream.IntStream;

/** The clauses of a sentence: for each of its words the number of the clause that it stands in. */
record ToldClauses(Phrase words, int[] numbers) {

    private static final Set<String> ENDS = Set.of(",", ";", ":", "(", ")", "-", "–", "!");
    private static final Set<String> BEGINNINGS = Set.of("so", "because", "since", "which", "where", "while");
    private static final Set<String> JOINS = Set.of("and", "but");

    static ToldClauses of(Phrase words) {
        int[] numbers = new int[words.size()];
        int number = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean begins = i > 0
                    && (words.at(i - 1).isOneOf(ENDS)
                            || isStop(words.at(i - 1))
                            || words.at(i).isOneOf(BEGINNINGS)
                            || (words.at(i).isOneOf(JOINS) && i + 1 < words.size() && goesOn(words.at(i + 1))));
            number += begins ? 1 : 0;
            numbers[i] = number;
        }
        return new ToldClauses(words, numbers);
    }

    private static boolean goesOn(Token token) {
        return Light.isChanging(token)
                || token.isOneOf(Set.of("it", "he", "she", "they", "i", "we", "is", "are", "not"));
    }

    private static boolean isStop(Token token) {
        return token.isWord() && token.text().matches("(\\p{Ll}.*|.*\\d.*)\\.");
    }

    int of(int word) {
        return numbers[word];
    }

    int count() {
        return numbers.length == 0 ? 0 : numbers[numbers.length - 1] + 1;
    }

    int start(int word) {
        int start = word;
        while (start > 0 && numbers[start - 1] == numbers[word]) {
            start--;
        }
        return start;
    }

    IntStream words(int clause) {
        return IntStream.range(0, numbers.length).filter(i -> numbers[i] == clause);
    }
}
