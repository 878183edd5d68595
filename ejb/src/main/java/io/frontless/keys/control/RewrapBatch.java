package io.frontless.keys.control;

import io.frontless.kernel.Limits;
import io.frontless.vault.control.Rewrapping;
import io.frontless.vault.control.Rewrapping.Rewrapped;
import io.frontless.vault.entity.KeyVersionRows.Place;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Wraps some keys of all workspaces by the newest root key, in a short transaction of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RewrapBatch {

    @Inject
    WorkspaceContext context;

    @Inject
    Rewrapping rewrapping;

    /** Those of a database after a place. */
    public Rewrapped run(String database, Place after) {
        context.workOn(database);
        context.enterWorker();
        return rewrapping.some(after, Limits.RESEALED_AT_ONCE);
    }

    /** How many keys of a database a version of the root key still wraps. */
    public long wrappedBy(String database, int rootVersion) {
        context.workOn(database);
        context.enterWorker();
        return rewrapping.wrappedBy(rootVersion);
    }

    /** How many of the installation's own it wraps. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long installationWrappedBy(int rootVersion) {
        return rewrapping.installationWrappedBy(rootVersion);
    }

    /** The installation's own. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void installation() {
        rewrapping.installation();
    }
}
