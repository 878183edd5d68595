package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionProviderRows;
import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads providers and connections of a workspace, and puts client secrets aside. */
@Stateless
@InWorkspace
public class ConnectionQueries {

    @Inject
    ConnectionProviderRows providers;

    @Inject
    ConnectionRows connections;

    @Inject
    GrantRows grants;

    @Inject
    ClientSecrets secrets;

    /** Those that are declared, by label. */
    public List<ConnectionProviderView> providers(Caller caller) {
        caller.require(Permission.MANAGE_CONNECTIONS, null);
        return providers.living(caller.workspaceId()).stream()
                .map(row -> new ConnectionProviderView(
                        row.providerId(), ConnectionProviderState.terms(row.terms()), row.version()))
                .toList();
    }

    /** What is connected, by label. */
    public List<ConnectionView> connections(Caller caller) {
        caller.require(Permission.MANAGE_CONNECTIONS, null);
        return connections.living(caller.workspaceId()).stream()
                .map(row -> connection(caller.workspaceId(), row))
                .toList();
    }

    /** Keeps a client secret and answers the id by which operations name it; what no provider uses opens nothing. */
    public UUID putAside(Caller caller, String secret) {
        caller.require(Permission.MANAGE_CONNECTIONS, null);
        return secrets.keep(caller.workspaceId(), ConnectionProviderState.CLIENT_SECRET, secret);
    }

    private ConnectionView connection(UUID workspaceId, ConnectionRows.Row row) {
        Instant until = Optional.ofNullable(row.secretId())
                .flatMap(grant -> grants.find(workspaceId, grant))
                .map(grant -> grant.life().expiresAt())
                .orElse(null);
        return new ConnectionView(
                row.connectionId(),
                row.providerId(),
                ConnectionLevel.of(row.level()),
                row.label(),
                until,
                row.version());
    }
}
