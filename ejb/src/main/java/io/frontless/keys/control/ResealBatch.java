package io.frontless.keys.control;

import io.frontless.kernel.Limits;
import io.frontless.vault.control.KeyRing;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;

/** Seals some secrets of one workspace anew, in a transaction of its own: short, so that nobody waits long for one of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ResealBatch {

    @Inject
    WorkspaceContext context;

    @Inject
    KeyRing ring;

    /** Answers whether there was something to do. */
    public boolean run(UUID workspaceId) {
        context.enterWorkspace(workspaceId);
        return ring.resealSome(workspaceId, Limits.RESEALED_AT_ONCE) > 0;
    }
}
