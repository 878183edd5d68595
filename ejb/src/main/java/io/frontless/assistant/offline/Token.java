package io.frontless.assistant.offline;

import java.util.Locale;
import java.util.Set;

/**
 * One piece of a sentence.
 *
 * @param text as written, without the quotes of a quoted piece
 * @param word in small letters, which one sentence asks for thousands of times; nothing of a quoted piece
 * @param start where it begins in the sentence, quotes included
 * @param end where it ends, exclusive
 */
record Token(Kind kind, String text, String word, int start, int end) {

    Token(Kind kind, String text, int start, int end) {
        this(kind, text, kind == Kind.QUOTED ? "" : text.toLowerCase(Locale.ROOT), start, end);
    }

    /** A quoted piece is data, so it never equals a word of the language. */
    enum Kind {
        WORD,
        QUOTED,
        SYMBOL
    }

    boolean is(String word) {
        return !quoted() && text.equalsIgnoreCase(word);
    }

    boolean isOneOf(Set<String> words) {
        return words.contains(word);
    }

    boolean isWord() {
        return kind == Kind.WORD;
    }

    boolean quoted() {
        return kind == Kind.QUOTED;
    }

    /** Whether it is a comma or the like, which ends no value. */
    boolean isMark() {
        return kind == Kind.SYMBOL && !text.equals("'s");
    }

    /** Whether it looks like a number that people give to things, such as INV-0089. */
    boolean looksLikeId() {
        return !quoted() && text.length() > 2 && text.chars().anyMatch(Character::isDigit);
    }
}
