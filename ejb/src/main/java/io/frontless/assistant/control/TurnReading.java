package io.frontless.assistant.control;

import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import java.util.function.Supplier;

/**
 * Reads a sentence in one transaction, which enters the workspace once: it takes a dozen look-ups, and a transaction for each would be half of their time. Nothing belongs in it that waits for
 * somebody else, such as a model, or that works in a transaction of its own: with two connections for a request, requests could wait for each other.
 */
@Stateless
@InWorkspace
public class TurnReading {

    /** What is read. */
    public <T> T read(Caller caller, Supplier<T> reading) {
        return reading.get();
    }
}
