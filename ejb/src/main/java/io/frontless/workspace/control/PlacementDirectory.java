package io.frontless.workspace.control;

import io.frontless.vault.control.ContextMac;
import io.frontless.workspace.entity.PlacementRows;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the installation's directory, beside whatever transaction asks: that one may be on another database. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PlacementDirectory {

    @Inject
    PlacementRows rows;

    @Inject
    ContextMac mac;

    /** All of it. */
    public List<PlacementRows.Row> read() {
        return rows.all(WorkspaceContext.NO_ONE + ":" + mac.of(WorkspaceContext.WORKER, WorkspaceContext.NO_ONE));
    }
}
