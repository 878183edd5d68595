package io.frontless.engine.control;

/** A component that gathers its writes within a transaction; the engine has them written at the end of every batch. */
public interface PendingWrites {

    /** Writes what was gathered. */
    void flush();
}
