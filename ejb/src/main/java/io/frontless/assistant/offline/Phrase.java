package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A run of tokens that remembers the sentence it stands in, so that an answer can offer the sentence with one phrase replaced.
 *
 * @param tokens a list that never changes: thousands of parts of one sentence share it
 */
record Phrase(String sentence, List<Token> tokens) {

    private static final Pattern SPACES = Pattern.compile("\\s{2,}|[^\\S ]");
    private static final Set<String> ARTICLES = Set.of("a", "an", "the", "my", "our", "its", "their", "his", "her");

    /** A text by itself, as if it had been quoted. */
    static Phrase quoted(String text) {
        return new Phrase(text, List.of(new Token(Token.Kind.QUOTED, text, 0, text.length())));
    }

    int size() {
        return tokens.size();
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    Token at(int index) {
        return tokens.get(index);
    }

    Phrase from(int start) {
        return sub(start, size());
    }

    Phrase to(int end) {
        return sub(0, end);
    }

    Phrase sub(int start, int end) {
        return new Phrase(sentence, tokens.subList(start, end));
    }

    boolean isQuoted() {
        return size() == 1 && at(0).quoted();
    }

    boolean startsWith(String word) {
        return !isEmpty() && at(0).is(word);
    }

    boolean startsWithOneOf(Set<String> words) {
        return !isEmpty() && at(0).isOneOf(words);
    }

    /** Whether a name stands in it straight after one of these words. */
    boolean hasAfter(Set<String> before, Phrase name) {
        return IntStream.range(1, size() - name.size() + 1)
                .filter(i -> at(i - 1).isOneOf(before))
                .anyMatch(i -> sub(i, i + name.size()).text().equalsIgnoreCase(name.text()));
    }

    /** Its words and marks in small letters; nothing of quoted pieces. */
    Set<String> lowerCase() {
        Set<String> words = new HashSet<>();
        for (Token token : tokens) {
            words.add(token.word());
        }
        return words;
    }

    /** As written; the inside of the quotes where it is one quoted piece. */
    String text() {
        if (isEmpty()) {
            return "";
        }
        if (isQuoted()) {
            return at(0).text();
        }
        if (isPutTogether()) {
            return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
        }
        String written = sentence.substring(at(0).start(), at(size() - 1).end());
        return isSpacedOut(written) ? SPACES.matcher(written.strip()).replaceAll(" ") : written;
    }

    /** Whether its tokens are no run of the sentence: in another order, or with one that was not said. */
    private boolean isPutTogether() {
        int before = -1;
        for (Token token : tokens) {
            if (token.start() < before || token.start() == token.end()) {
                return true;
            }
            before = token.start();
        }
        return false;
    }

    /** Whether words stand apart by more than one blank. A pattern would take longer, and this is asked for thousands of times. */
    private static boolean isSpacedOut(String written) {
        for (int i = 0; i < written.length(); i++) {
            char letter = written.charAt(i);
            boolean blank = letter == ' ' && i > 0 && written.charAt(i - 1) == ' ';
            if (blank || (letter != ' ' && Character.isWhitespace(letter))) {
                return true;
            }
        }
        return false;
    }

    /** The same without leading articles. */
    Phrase bare() {
        int start = 0;
        while (start < size() - 1 && at(start).isOneOf(ARTICLES)) {
            start++;
        }
        return from(start);
    }

    /** The same without the full stop of its last word. */
    Phrase stopless() {
        if (isEmpty()) {
            return this;
        }
        Token last = at(size() - 1);
        if (last.quoted() || !last.text().endsWith(".")) {
            return this;
        }
        String text = last.text().replaceAll("\\.+$", "");
        List<Token> all = new ArrayList<>(tokens.subList(0, size() - 1));
        if (!text.isEmpty()) {
            all.add(new Token(last.kind(), text, last.start(), last.start() + text.length()));
        }
        return new Phrase(sentence, List.copyOf(all));
    }

    /** This phrase with a word after it that was not said, but is meant. */
    Phrase then(String word) {
        int at = isEmpty() ? 0 : at(size() - 1).end();
        return joined(new Phrase(sentence, List.of(new Token(Token.Kind.WORD, word, at, at))));
    }

    /** This phrase without some of its words. */
    Phrase without(Predicate<Token> leftOut) {
        return new Phrase(sentence, tokens.stream().filter(leftOut.negate()).toList());
    }

    /** This phrase without the sign that its first word begins with: “+4”. */
    Phrase unsigned() {
        Token first = at(0);
        Token plain = new Token(first.kind(), first.text().substring(1), first.start() + 1, first.end());
        return new Phrase(sentence, List.of(plain)).joined(from(1));
    }

    /** This phrase with the tokens of a later one of the same sentence. */
    Phrase joined(Phrase later) {
        List<Token> all = new ArrayList<>(tokens);
        all.addAll(later.tokens);
        return new Phrase(sentence, List.copyOf(all));
    }

    /** The whole sentence with this phrase replaced. */
    String sentenceWith(String replacement) {
        return sentence.substring(0, at(0).start())
                + replacement
                + sentence.substring(at(size() - 1).end());
    }

    /** Whether all of it is read from left to right; {@code part} answers how many tokens from a place it reads, 0 for none. */
    boolean isRead(IntUnaryOperator part) {
        for (int i = 0; i < size(); ) {
            int taken = part.applyAsInt(i);
            if (taken == 0) {
                return false;
            }
            i += taken;
        }
        return true;
    }

    /** The parts between separators that stand outside parentheses; empty parts are left out. */
    List<Phrase> split(Set<String> separators) {
        List<Phrase> parts = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i <= size(); i++) {
            boolean ends = i == size() || (depth == 0 && at(i).isOneOf(separators));
            if (ends) {
                if (i > start) {
                    parts.add(sub(start, i));
                }
                start = i + 1;
            } else if (at(i).is("(")) {
                depth++;
            } else if (at(i).is(")")) {
                depth--;
            }
        }
        return parts;
    }
}
