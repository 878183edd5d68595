package io.frontless.workspace.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Gives the container's entity manager to the repositories: it works in the transaction of whoever calls them. */
@Dependent
public class EntityManagers {

    @Produces
    @SuppressWarnings("UnusedVariable") // the container reads it
    @PersistenceContext(unitName = "frontless")
    private EntityManager manager;
}
