package io.frontless.workspace.control;

import io.frontless.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Gives the kernel's clock and identifiers, and the transaction's entity manager, to whoever asks for them. */
@ApplicationScoped
public class Platform {

    @PersistenceContext(unitName = "frontless")
    private @Nullable EntityManager manager;

    /** The container's entity manager: it works in the transaction of whoever calls it. */
    @Produces
    public EntityManager entityManager() {
        if (manager == null) {
            throw new IllegalStateException("the container gave no entity manager");
        }
        return manager;
    }

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
