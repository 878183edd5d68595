package io.frontless.engine.control;

/**
 * An operation whose preconditions hold.
 *
 * @param change exactly what the write will do
 * @param write does it; only the engine runs it
 */
public record Prepared(Change change, Runnable write) {}
