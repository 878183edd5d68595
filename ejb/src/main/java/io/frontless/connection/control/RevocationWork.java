package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionProviderRows;
import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.operation.ConnectionTerms;
import io.frontless.vault.control.SealedSecret;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** What giving tokens back reads and writes of the workspace. */
@Stateless
@InWorkspace
public class RevocationWork {

    @Inject
    ConnectionRows connections;

    @Inject
    ConnectionProviderRows providers;

    @Inject
    GrantRows rows;

    @Inject
    Grants grants;

    @Inject
    ClientSecrets secrets;

    /** Tokens that are given back, and to whom. */
    public record Return(UUID provider, ConnectionTerms terms, SealedSecret secret, SealedSecret tokens) {

        /** In whose name that is done: nobody asks for it at that moment. */
        Actor provides() {
            return new Actor(Actor.Kind.CONNECTION, provider, terms.label());
        }
    }

    /** What is to be given back of a grant, after a renewal that may be under way; nothing where it is used after all, or gone. */
    public Optional<Return> due(Caller caller, UUID grant) {
        UUID workspaceId = caller.workspaceId();
        if (connections.using(workspaceId, grant).isPresent()) {
            return Optional.empty();
        }
        if (!rows.holdRenewal(grant)) {
            throw new Rejection(Reason.UNAVAILABLE, "the tokens are being renewed");
        }
        return rows.find(workspaceId, grant)
                .flatMap(row -> providers.find(workspaceId, row.providerId()))
                .map(row -> back(workspaceId, grant, row));
    }

    /** Forgets a grant. */
    public void forget(Caller caller, UUID grant) {
        grants.forget(caller.workspaceId(), grant);
    }

    private Return back(UUID workspaceId, UUID grant, ConnectionProviderRows.Row row) {
        ConnectionTerms terms = ConnectionProviderState.terms(row.terms());
        return new Return(
                row.providerId(),
                terms,
                secrets.find(workspaceId, ConnectionProviderState.CLIENT_SECRET, terms.secret()),
                grants.find(workspaceId, grant));
    }
}
