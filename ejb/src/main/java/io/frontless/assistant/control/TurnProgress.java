package io.frontless.assistant.control;

/** Told how far a turn is, by whoever works on it. */
@FunctionalInterface
public interface TurnProgress {

    /** Nobody looks on. */
    TurnProgress UNWATCHED = (stage, provider) -> {};

    /**
     * A stage begins.
     *
     * @param provider the model that it is about; empty for others
     */
    void reached(Stage stage, String provider);

    /** What is going on. */
    enum Stage {
        /** The sentence is being read. */
        PLANNING,
        /** A model is being asked. */
        ASKING,
        /** A model gave nothing of use, so the next planner reads the sentence. */
        FELL_BACK,
        /** What a plan would do is being found out. */
        PREVIEWING
    }
}
