package io.frontless.assistant.offline;

import io.frontless.assistant.offline.Told.Kind;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Whether what is told is to be so: it is neither forbidden nor supposed, nor merely possible, nor does it tell which records are meant. */
record ToldEarnest(Turn turn, ToldState state, ToldPassing passing) {

    private static final Set<String> NEVER = Set.of(
            "if",
            "unless",
            "whether",
            "maybe",
            "perhaps",
            "might",
            "may",
            "suppose",
            "supposing",
            "imagine",
            "pretend",
            "wonder",
            "otherwise",
            "else",
            "except",
            "excepted",
            "exception",
            "exceptions",
            "excluding",
            "hypothetically",
            "ignore",
            "forget",
            "forgot",
            "joke",
            "joking",
            "kidding",
            "probably",
            "usually",
            "normally",
            "generally",
            "typically",
            "?");

    private static final Set<String> DONT = Set.of("not", "don't", "don’t", "dont", "never");
    private static final Set<String> THINKING = Set.of(
            "think",
            "wonder",
            "guess",
            "believe",
            "hope",
            "wish",
            "doubt",
            "suspect",
            "assume",
            "fear",
            "thought",
            "believed",
            "hoped",
            "wondered");

    private static final Set<String> WE = Set.of("i", "we", "you", "one");
    private static final Set<String> SHOULD = Set.of("should", "must", "could", "ought", "might", "may");
    private static final Set<String> WAS = Set.of("was", "were");

    boolean is() {
        boolean never =
                IntStream.range(0, words().size()).anyMatch(i -> words().at(i).isOneOf(NEVER) && !isOfDay(i));
        return !(never || isOfTwo() || isForbidden() || isRestricted() || isOnlyPossible());
    }

    /** “Give both to Kirsten”, where only one record was mentioned before. */
    private boolean isOfTwo() {
        return state.subject().words().isEmpty()
                && turn.request().lastMentioned().size() < 2
                && words().tokens().stream().anyMatch(token -> token.is("both"));
    }

    /** “9 May 2021” says not that something may be. */
    private boolean isOfDay(int i) {
        return words().at(i).text().equals("May")
                && Stream.of(state.used(), state.old().keySet())
                        .flatMap(Collection::stream)
                        .anyMatch(told -> told.is(Kind.FIGURE) && told.at() <= i && i < told.end());
    }

    /** “All books he edits”, “jobs we did”: whoever follows what is described tells which of them are meant. */
    private boolean isRestricted() {
        BitSet described = state.subject().words();
        int behind = described.length();
        return state.subject().described()
                && behind < words().size()
                && clauses().of(behind) == clauses().of(behind - 1)
                && Light.isTellingWhich(words().at(behind));
    }

    /** “Do not bill entry 9001”. */
    private boolean isForbidden() {
        Phrase words = words();
        return IntStream.range(0, words.size() - 1)
                .filter(i ->
                        i == clauses().start(i) && !passing.isOldAlone(clauses().of(i)))
                .anyMatch(i -> words.at(i).isOneOf(DONT)
                        || (words.at(i).isOneOf(WE)
                                && !(words.at(i).is("you") && isToChange(i + 2))
                                && words.at(i + 1).isOneOf(SHOULD))
                        || (words.at(i).is("do") && words.at(i + 1).isOneOf(DONT))
                        || (words.at(i).isOneOf(ToldRest.AUTHOR)
                                && words.at(i + 1).isOneOf(THINKING)));
    }

    /** “B1 could be cancelled”, other than “I'd be glad if B1 could be cancelled”. */
    private boolean isOnlyPossible() {
        Phrase words = words();
        boolean would = IntStream.range(0, words.size() - 1)
                .anyMatch(i -> (words.at(i).is("would") && !words.at(i + 1).is("like"))
                        || (words.at(i).isOneOf(WAS) && words.at(i + 1).is("to")));
        if (would || (state.subject().words().isEmpty() && !isOfMentioned())) {
            return true;
        }
        boolean wished = turn.request().sentence().matches("(?is).*\\bif\\b.*");
        return !wished && words().tokens().stream().anyMatch(token -> token.is("could"));
    }

    /** “Go back to yesterday” says nothing of what was mentioned before. */
    private boolean isOfMentioned() {
        return state.used().stream().anyMatch(told -> told.is(Kind.FIELD))
                || words().tokens().stream().anyMatch(token -> token.isOneOf(ToldWords.THEM));
    }

    /** “You must change it”. */
    private boolean isToChange(int i) {
        return i < words().size() && Light.isChanging(words().at(i));
    }

    private Phrase words() {
        return state.words();
    }

    private ToldClauses clauses() {
        return state.clauses();
    }
}
