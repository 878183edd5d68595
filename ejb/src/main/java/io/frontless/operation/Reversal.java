package io.frontless.operation;

/** How an operation is taken back. */
public enum Reversal {
    /** By an operation that restores exactly what was before. */
    EXACT,
    /** From the tombstone that a deletion leaves. */
    TOMBSTONE,
    /** By an operation that makes up for it, though traces outside remain. */
    COMPENSATING,
    /** Not at all, so it is gated. */
    NONE,
    /** It changes nothing: its event only tells that something was done, and an undo passes it over. */
    NOTHING;

    /** Whether there is something to take back, and a way to. */
    public boolean isUndoable() {
        return this != NONE && this != NOTHING;
    }
}
