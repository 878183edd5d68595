package io.frontless.connection.control;

import io.frontless.connection.entity.AuthorizationRows;
import io.frontless.connection.entity.ConnectionProviderRows;
import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.kernel.Rejection;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.operation.ConnectionTerms;
import io.frontless.operation.Permission;
import io.frontless.vault.control.SealedSecret;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an authorization reads and writes of the workspace, each in a transaction of its own, so that none waits for the provider. */
@Stateless
@InWorkspace
public class AuthorizationWork {

    @Inject
    ConnectionProviderRows providers;

    @Inject
    ConnectionRows connections;

    @Inject
    AuthorizationRows authorizations;

    @Inject
    ClientSecrets secrets;

    @Inject
    Grants grants;

    /** Where and as whom something is asked for. */
    public record Counterpart(ConnectionTerms terms, SealedSecret secret) {}

    /** A declared provider; NOT_FOUND where there is none. */
    public Counterpart counterpart(Caller caller, UUID provider) {
        caller.require(Permission.MANAGE_CONNECTIONS, null);
        ConnectionTerms terms = providers
                .find(caller.workspaceId(), provider)
                .filter(row -> !row.removed())
                .map(row -> ConnectionProviderState.terms(row.terms()))
                .orElseThrow(() -> Rejection.notFound("provider", provider));
        return new Counterpart(
                terms, secrets.find(caller.workspaceId(), ConnectionProviderState.CLIENT_SECRET, terms.secret()));
    }

    /** A connection that has to be authorized anew; NOT_FOUND or CONFLICT where it is none. */
    public ConnectionRows.Row lapsed(Caller caller, UUID connection) {
        caller.require(Permission.MANAGE_CONNECTIONS, null);
        ConnectionRows.Row row = connections
                .find(caller.workspaceId(), connection)
                .filter(found -> !found.disconnected())
                .orElseThrow(() -> Rejection.notFound("connection", connection));
        if (row.secretId() != null) {
            throw Rejection.conflict("connection", "one that has to be authorized anew", row.label());
        }
        return row;
    }

    /** Notes that a browser leaves for the provider. */
    public void begin(Caller caller, byte[] stateHash, AuthorizationRows.Row row, Instant now) {
        authorizations.add(caller.workspaceId(), stateHash, row, now);
    }

    /** What was noted, once. */
    public Optional<AuthorizationRows.Row> take(Caller caller, byte[] stateHash) {
        return authorizations.take(caller.workspaceId(), stateHash);
    }

    /** Keeps what was granted; see {@link Grants#receive}. */
    public UUID receive(Caller caller, GrantOrigin origin, Tokens tokens, GrantRows.Life life, Instant backAt) {
        return grants.receive(caller.workspaceId(), origin, tokens, life, backAt);
    }
}
