package io.frontless.workspace.control;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Finds out where what happens comes from, also for work that goes on after its request. */
@Dependent
public class Origins {

    private final @Nullable RequestOrigin request;
    private final @Nullable RequestContextController contexts;

    /** Where there are no requests: nothing is known. */
    public Origins() {
        this.request = null;
        this.contexts = null;
    }

    @Inject
    public Origins(RequestOrigin request, RequestContextController contexts) {
        this.request = request;
        this.contexts = contexts;
    }

    /** The network address of whoever has caused this; null where no request has. */
    public @Nullable String address() {
        try {
            return request == null ? null : request.address();
        } catch (ContextNotActiveException outsideOfARequest) {
            return null;
        }
    }

    /** Does work of another thread as if it came from an address. */
    public void as(@Nullable String address, Runnable work) {
        if (request == null || contexts == null) {
            work.run();
            return;
        }
        boolean activated = contexts.activate();
        try {
            request.set(address);
            work.run();
        } finally {
            if (activated) {
                contexts.deactivate();
            }
        }
    }
}
