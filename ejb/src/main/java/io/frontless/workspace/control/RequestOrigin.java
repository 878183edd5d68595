package io.frontless.workspace.control;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** From which network address the present request comes: the boundary says it once, and the log writes it down. */
@RequestScoped
public class RequestOrigin {

    private @Nullable String address;

    /** Says it. */
    public void set(@Nullable String from) {
        address = from;
    }

    /** The address; null for what nobody's request has caused. */
    public @Nullable String address() {
        return address;
    }
}
