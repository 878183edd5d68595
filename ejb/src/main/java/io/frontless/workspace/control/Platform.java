package io.frontless.workspace.control;

import io.frontless.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Gives the kernel's clock and identifiers to whoever asks for them. */
@ApplicationScoped
public class Platform {

    /** The time, in UTC, as exact as the database keeps it: what is answered now is what is read later. */
    @Produces
    public Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    /** New identifiers. */
    @Produces
    public Ids ids(Clock clock) {
        return new Ids(clock, new SecureRandom());
    }
}
