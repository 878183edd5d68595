package io.frontless.assistant.model;

/** What a model has answered, and how many tokens that took. */
record ModelAnswer(End end, String text, long tokensIn, long tokensOut) {

    /** Why it ended there. */
    enum End {
        COMPLETE,
        /** It reached the most that it may say: what is there is no whole. */
        CUT_OFF,
        /** It would not. */
        REFUSED
    }
}
