package io.frontless.federation.control;

import io.frontless.federation.entity.ProviderRows;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** Reads the providers of a workspace, and puts their secrets aside. */
@Stateless
@InWorkspace
public class ProviderQueries {

    @Inject
    ProviderRows rows;

    @Inject
    ClientSecrets secrets;

    /** Those that are connected, by label. */
    public List<ProviderView> list(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        return rows.connected(caller.workspaceId()).stream()
                .map(ProviderQueries::view)
                .toList();
    }

    /** Keeps a client secret and answers the id by which operations name it; what no provider uses opens nothing. */
    public UUID putAside(Caller caller, String secret) {
        caller.require(Permission.MANAGE_ROLES, null);
        return secrets.keep(caller.workspaceId(), ProviderState.CLIENT_SECRET, secret);
    }

    private static ProviderView view(ProviderRows.Row row) {
        ProviderRows.Terms terms = row.terms();
        return new ProviderView(
                row.providerId(),
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secretId(),
                ProviderState.domains(terms),
                terms.role(),
                terms.admits(),
                terms.exclusive(),
                terms.maxAgeMinutes(),
                row.version());
    }
}
