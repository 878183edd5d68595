package io.frontless.assistant.control;

import io.frontless.assistant.offline.OfflinePlanner;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Chooses the planner: the one that needs no key and no network. */
@Dependent
public class Planners {

    /** The planner behind the port. */
    @Produces
    public Planner planner() {
        return new OfflinePlanner();
    }
}
