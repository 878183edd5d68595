package io.frontless.engine.control;

/** Watches a plan while it runs. What it throws stops the plan, and all of it is rolled back: that is how long work is cancelled. */
@FunctionalInterface
public interface Progress {

    /** Nobody watches. */
    Progress UNWATCHED = rows -> {};

    /** So many rows have been touched so far; told after every batch. */
    void touched(long rows);
}
