package io.frontless.assistant.control;

import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/**
 * Reads for a turn in one transaction, which enters the workspace once: a sentence takes a dozen look-ups, and a transaction for each would be half of their time. Nothing that waits for
 * somebody else, such as a model, belongs in it.
 */
@Stateless
@InWorkspace
public class TurnReading {

    /** What is read. */
    public <T> T read(Caller caller, Supplier<T> reading) {
        return reading.get();
    }
}
