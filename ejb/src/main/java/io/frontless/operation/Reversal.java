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
    NONE
}
