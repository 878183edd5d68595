package io.frontless.engine.control;

import io.frontless.workspace.entity.Statements.Batch;

/** A component that gathers its writes within a transaction; the engine has them written at the end of every batch. */
public interface PendingWrites {

    /** Adds what was gathered to a batch that is about to be sent. */
    void writeTo(Batch batch);
}
