package io.frontless.engine.control;

import io.frontless.kernel.Ids;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.UUID;

/** Tells one start of the server from another. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class RunningServer {

    @Inject
    Ids ids;

    private UUID id = new UUID(0, 0);

    @PostConstruct
    void start() {
        id = ids.get();
    }

    /** Another one after every start. */
    public UUID id() {
        return id;
    }
}
