package io.frontless.boundary;

import io.frontless.apikey.control.ApiClients;
import io.frontless.apikey.control.TokenCallers;
import io.frontless.federation.control.ExclusiveProviders;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.Sessions;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. It lives as long as the application, for the beans of a request are made anew each time, and each session bean that is injected
 * into one of them is looked up by its name.
 */
@ApplicationScoped
class Entrance {

    @Inject
    Sessions sessions;

    @Inject
    Workspaces workspaces;

    @Inject
    TokenCallers tokens;

    @Inject
    ApiClients clients;

    @Inject
    ExclusiveProviders exclusive;

    /** Whose session a token opens, and what they are in a workspace, if one is named. */
    Optional<Presence> person(String token, @Nullable UUID workspaceId) {
        return sessions.present(token, workspaceId);
    }

    /** The person of a session in a workspace, or NOT_FOUND; DENIED where it asks for more than the session has shown. */
    Caller enter(Presence here, UUID workspaceId) {
        return workspaces.enter(here.person().actor(), workspaceId, here.assurance());
    }

    /** What an API key's token makes of a program, or the key itself. */
    Optional<Caller> client(String token) {
        return Bearer.isJwt(token) ? tokens.caller(token) : clients.shown(token);
    }

    /** Refuses a session that was opened in a way that the workspace does not take. */
    void requireWay(Caller caller, Presence presence) {
        exclusive.require(caller, presence);
    }
}
