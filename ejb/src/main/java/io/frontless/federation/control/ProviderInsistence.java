package io.frontless.federation.control;

import io.frontless.federation.entity.ProviderRows;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Reads whether a workspace insists on its provider. */
@Stateless
@InWorkspace
public class ProviderInsistence {

    @Inject
    ProviderRows rows;

    /** Whether a connected provider is the only way in for members who are not owners. */
    public boolean of(Caller caller) {
        return rows.connected(caller.workspaceId()).stream()
                .anyMatch(row -> row.terms().exclusive());
    }
}
