package io.frontless.assistant.model;

/** A model gave no answer that is of use; the next planner is asked. Its message is for whoever reads what was sent, and names no address and no key. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswer(String outcome) {
        super(outcome, null, false, false);
    }

    /** A few words. */
    String outcome() {
        return String.valueOf(getMessage());
    }
}
