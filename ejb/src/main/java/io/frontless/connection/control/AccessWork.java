package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Permission;
import io.frontless.vault.control.SealedSecret;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Role;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Reads what is needed to use a connection. */
@Stateless
@InWorkspace
public class AccessWork {

    @Inject
    ConnectionRows connections;

    @Inject
    GrantRows rows;

    @Inject
    Grants grants;

    /** A connection with what it holds. */
    public record Held(UUID connection, String label, GrantRows.Row grant) {

        /** The connection as somebody who does something. */
        Caller asItself(UUID workspaceId) {
            return new Caller(workspaceId, new Actor(Actor.Kind.CONNECTION, connection, label), Role.ADMIN.access());
        }
    }

    /** A connection as it is; NOT_FOUND where there is none, CONFLICT where it has to be authorized anew. */
    public Held held(Caller caller, UUID connection) {
        caller.require(Permission.MANAGE_CONNECTIONS, null);
        ConnectionRows.Row row = connections
                .find(caller.workspaceId(), connection)
                .filter(found -> !found.disconnected())
                .orElseThrow(() -> Rejection.notFound("connection", connection));
        return Optional.ofNullable(row.secretId())
                .flatMap(secret -> rows.find(caller.workspaceId(), secret))
                .map(grant -> new Held(connection, row.label(), grant))
                .orElseThrow(() -> lapsed(row.label()));
    }

    /** Its tokens, sealed. */
    public SealedSecret tokens(Caller caller, UUID grant) {
        return grants.find(caller.workspaceId(), grant);
    }

    static Rejection lapsed(String label) {
        return Rejection.conflict("connection", "one that is authorized", label + ", which has to be authorized anew");
    }
}
