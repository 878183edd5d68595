package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.List;

/** Ends a reading: the sentence was nearly understood, and the answer says what it lacks. It carries an answer and is no fault. */
final class Unclear extends RuntimeException {

    private final transient Proposal answer;
    private final boolean perhapsMisspelt;

    private Unclear(String message, Proposal answer, boolean perhapsMisspelt) {
        super(message, null, false, false);
        this.answer = answer;
        this.perhapsMisspelt = perhapsMisspelt;
    }

    /** Two readings are close; each option is a whole sentence. */
    static Unclear ask(String text, List<String> options) {
        return new Unclear(text, new Proposal.Question(text, options), false);
    }

    /** A word is none of those that are known; to somebody lenient it may be one. */
    static Unclear unknown(String text, List<String> options) {
        return new Unclear(text, new Proposal.Question(text, options), true);
    }

    /** Something is missing or wrong; without examples the planner adds some of its own. */
    static Unclear say(String message, String... examples) {
        return new Unclear(message, new Proposal.NotUnderstood(message, List.of(examples)), true);
    }

    /** Understood, and there is nothing to do: reading it in another way would only find something else. */
    static Unclear settled(String message) {
        return new Unclear(message, new Proposal.NotUnderstood(message, List.of()), false);
    }

    /** Whether synonyms and misspellings may make sense of it; two readings are not made one by reading less strictly. */
    boolean perhapsMisspelt() {
        return perhapsMisspelt;
    }

    Proposal answer() {
        return answer;
    }
}
