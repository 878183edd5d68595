package io.frontless.seal.control;

import io.frontless.proof.TreeHead;
import io.frontless.seal.entity.TreeRows;
import io.frontless.seal.entity.WitnessRows;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What each witness was told of each workspace; the latest head is enough, since it covers all before it. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Testimony {

    @Inject
    WorkspaceContext context;

    @Inject
    TreeRows tree;

    @Inject
    WitnessRows told;

    /** The latest head, if a witness does not have it. */
    public Optional<TreeHead.Signed> untold(UUID workspaceId, String witness) {
        enter(workspaceId);
        return tree.latestHead(workspaceId).filter(signed -> signed.head().size() > told.told(workspaceId, witness));
    }

    /** Notes that a witness has it. */
    public void note(UUID workspaceId, String witness, long size) {
        enter(workspaceId);
        told.note(workspaceId, witness, size);
    }

    private void enter(UUID workspaceId) {
        context.enterWorkspace(workspaceId);
        context.enterWorker();
    }
}
