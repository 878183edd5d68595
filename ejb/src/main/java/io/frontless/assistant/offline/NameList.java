package io.frontless.assistant.offline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Names of what is new, as they stand in a list: “Ed Thorne and Pia Thorne”, “PH-33, PH-34 and PH-35”. A name is quoted, has letters and digits, or is a
 * run of words with capitals.
 *
 * @param tokens how many tokens the list takes
 */
record NameList(List<Phrase> names, int tokens) {

    private static final int NAME_TOKENS_MAX = 6;
    private static final Set<String> AND = Set.of("and", "&");
    private static final Set<String> JOINS = Set.of(",", "and", "&");
    private static final Set<String> CALLED = Set.of("called", "named", "titled", ":", ",");

    /** Where a name may go on behind its capitals. */
    @FunctionalInterface
    interface Going {
        int end(Phrase words, int start, int named);
    }

    /** The names that the words begin with; none where they begin with something else. */
    static NameList leading(Phrase words) {
        return leading(words, (all, start, named) -> named);
    }

    /** The same, of names that may go on in small letters up to where the next begins. */
    static NameList leading(Phrase words, Going going) {
        List<Phrase> names = new ArrayList<>();
        int end = 0;
        int start = 0;
        boolean last = false;
        for (int next = nameEnd(words, start, going);
                next > start;
                next = last ? start : nameEnd(words, start, going)) {
            names.add(words.sub(start, next));
            last = names.size() > 1 && words.at(start - 1).isOneOf(AND);
            end = next;
            start = next;
            while (start < words.size() && words.at(start).isOneOf(JOINS)) {
                start++;
            }
            last |= start == next;
        }
        return new NameList(names, end);
    }

    /** Where a list of several begins: at the start, or after a word such as “called”; the number of words where none does. */
    static int start(Phrase words, Going going) {
        for (int i = 0; i < words.size(); i++) {
            boolean begins = i == 0 || words.at(i - 1).isOneOf(CALLED);
            if (begins && isOfSeveral(words.from(i), going)) {
                return i;
            }
        }
        return words.size();
    }

    /** “Ed, Pia”: only “and” makes it sure that both are names, or quotes. */
    private static boolean isOfSeveral(Phrase words, Going going) {
        NameList list = leading(words, going);
        boolean joined = words.to(list.tokens()).tokens().stream().anyMatch(token -> token.is("and"));
        boolean quoted = list.names().stream().allMatch(Phrase::isQuoted);
        return list.names().size() > 1 && (joined || quoted);
    }

    private static int nameEnd(Phrase words, int start, Going going) {
        if (start >= words.size()) {
            return start;
        }
        Token first = words.at(start);
        return first.quoted() || Description.isNumber(first)
                ? start + 1
                : gone(words, start, DescribedNames.nameEnd(words, start, NAME_TOKENS_MAX), going);
    }

    private static int gone(Phrase words, int start, int named, Going going) {
        int end = going.end(words, start, named);
        return end == words.size() || words.at(end).isOneOf(JOINS) ? end : named;
    }
}
