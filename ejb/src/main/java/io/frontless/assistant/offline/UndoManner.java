package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Undo.OnConflict;
import java.util.List;

/**
 * How something is to be undone, as said after it: “and skip conflicts”, “even if it was changed since”, “with everything that depends on it”.
 *
 * @param rest the sentence without that
 */
record UndoManner(Phrase rest, OnConflict onConflict, boolean dependents) {

    private static final String LATER = "[since|later|afterwards|again|meanwhile]";
    private static final List<Form> SKIP = List.of(
            Form.of("<rest> [,] [and|but] skip|skipping|leave|leaving [any|all|the] conflicts"),
            Form.of("<rest> [,] [and|but] skip|skipping|leave|leaving what cannot|can't|conflicts [be] [undone]"),
            Form.of("<rest> [,] [and|but] skip|skipping|leave|leaving what was|has [been] changed " + LATER),
            Form.of("<rest> where|if possible"),
            Form.of("<rest> as far as possible"));
    private static final List<Form> FORCE = List.of(
            Form.of("<rest> [,] even if|when|where it|they|that|something was|were|has|have [been] changed " + LATER),
            Form.of("<rest> [,] even over|despite later|newer changes|edits"),
            Form.of("<rest> [,] [and|but] overwrite|overwriting [any|all] later|newer changes|edits"),
            Form.of("<rest> anyway|regardless"),
            Form.of("<rest> by force"));
    private static final List<Form> DEPENDENTS = List.of(
            Form.of("<rest> [,] and|with|including everything|all|anything that depends on it|that|them"),
            Form.of("<rest> [,] and|with|including what|whatever depends on it|that|them"),
            Form.of("<rest> [,] and|with|including [all|its|their|the] dependents"),
            Form.of("<rest> [,] and|with|including everything|whatever|what [that] was built on it|that|them"));

    /** What a sentence says of it, in any order. */
    static UndoManner of(Phrase words) {
        for (Match match : Form.matches(DEPENDENTS, words)) {
            UndoManner rest = of(match.the("rest"));
            return new UndoManner(rest.rest(), rest.onConflict(), true);
        }
        for (Match match : Form.matches(SKIP, words)) {
            return of(match.the("rest")).with(OnConflict.SKIP);
        }
        for (Match match : Form.matches(FORCE, words)) {
            return of(match.the("rest")).with(OnConflict.FORCE);
        }
        return new UndoManner(words, OnConflict.ABORT, false);
    }

    /** Nothing was said: what cannot simply be taken back is told. */
    boolean isPlain() {
        return onConflict == OnConflict.ABORT && !dependents;
    }

    /** The proposal in this manner. */
    Proposal of(Proposal undo) {
        return isPlain() ? undo : new Proposal.UndoWith(undo, onConflict, dependents);
    }

    private UndoManner with(OnConflict other) {
        if (onConflict != OnConflict.ABORT && onConflict != other) {
            throw Unclear.say("Conflicts are either skipped or overwritten, not both.");
        }
        return new UndoManner(rest, other, dependents);
    }
}
