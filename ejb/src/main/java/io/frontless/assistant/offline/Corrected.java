package io.frontless.assistant.offline;

import java.util.List;
import java.util.Set;

/** A clause that tells only what it was before, and is no longer: “not coal” of “burns wood now, not coal any more”. */
record Corrected(ToldState state, int clause) {

    private static final Set<String> BESIDE =
            Words.listed("and not a an the for in by on at to with any more longer anymore just as");

    boolean is() {
        Phrase words = state.words();
        List<Integer> left = state.clauses()
                .words(clause)
                .filter(i -> !words.at(i).isMark() && !state.subject().words().get(i))
                .boxed()
                .toList();
        boolean denies = left.stream().anyMatch(i -> words.at(i).isOneOf(ToldWords.NOT));
        return denies
                && tellsWhatItWas()
                && left.stream().allMatch(i -> words.at(i).isOneOf(BESIDE) || isOld(i));
    }

    private boolean tellsWhatItWas() {
        return state.old().entrySet().stream()
                .anyMatch(old -> state.clauses().of(old.getKey().at()) == clause && state.isGiven(old.getValue()));
    }

    private boolean isOld(int i) {
        return state.old().keySet().stream().anyMatch(told -> told.at() <= i && i < told.end());
    }
}
