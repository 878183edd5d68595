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

    /** Those with ids after one. */
    public KeyRing.Resealed run(UUID workspaceId, UUID after) {
        context.enterWorkspace(workspaceId);
        return ring.resealSome(workspaceId, after, Limits.RESEALED_AT_ONCE);
    }
}
