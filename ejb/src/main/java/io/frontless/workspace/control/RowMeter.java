package io.frontless.workspace.control;

/** Counts what callers read and change. Whoever gives callers budgets provides it. */
public interface RowMeter {

    /** Counts so many records, in the caller's workspace and inside a transaction; LIMIT where the caller's budget does not hold them. */
    void count(Caller caller, long rows);
}
