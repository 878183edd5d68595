package io.frontless.boundary;

import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The caller of this request, once {@link RequiresFilter} has let it pass. */
@RequestScoped
public class CurrentCaller {

    private @Nullable Caller caller;

    /** The caller, with the rights that their role gives. */
    public Caller get() {
        if (caller == null) {
            throw new IllegalStateException("this resource has no workspace in its path");
        }
        return caller;
    }

    void set(Caller passed) {
        caller = passed;
    }
}
