package io.frontless.identity.control;

import io.frontless.engine.control.CommandGateway;
import io.frontless.kernel.Ids;
import io.frontless.operation.CreateWorkspace;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Founds workspaces, which any signed-in person may. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Founding {

    @Inject
    CommandGateway gateway;

    @Inject
    Ids ids;

    /** Founds a workspace with the person as its owner, and answers its id. */
    public UUID found(Person founder, String label) {
        CreateWorkspace operation = new CreateWorkspace(label.strip());
        UUID workspaceId = ids.get();
        gateway.found(new Caller(workspaceId, founder.actor(), Access.founding()), operation);
        return workspaceId;
    }
}
