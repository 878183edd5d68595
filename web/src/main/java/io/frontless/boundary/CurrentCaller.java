package io.frontless.boundary;

import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** The caller of this request, once {@link RequiresFilter} has let it pass. It is kept with the request: a bean of its own for each costs more than all that it does. */
@ApplicationScoped
public class CurrentCaller {

    private static final String CALLER = "frontless.caller";

    @Inject
    HttpServletRequest request;

    /** The caller, with the rights that their role gives. */
    public Caller get() {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("this resource has no workspace in its path");
    }

    void set(Caller passed) {
        request.setAttribute(CALLER, passed);
    }
}
