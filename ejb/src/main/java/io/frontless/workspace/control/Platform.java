package io.frontless.workspace.control;

import io.frontless.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;

/** Gives the kernel's clock and identifiers to whoever asks for them. */
@ApplicationScoped
public class Platform {

    /** The time, in UTC. */
    @Produces
    public Clock clock() {
        return Clock.systemUTC();
    }

    /** New identifiers. */
    @Produces
    public Ids ids(Clock clock) {
        return new Ids(clock, new SecureRandom());
    }
}
