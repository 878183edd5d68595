package io.frontless.apikey.control;

import io.frontless.apikey.entity.ApiKeyRows;
import io.frontless.kernel.Actor;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Places;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The API keys that can be used at this moment, and what they make of whoever shows one: read anew each time, so that one that is revoked is none. */
@Dependent
public class LivingKeys {

    private final ApiKeyRows rows;
    private final WorkspaceContext context;
    private final Places places;
    private final Clock clock;

    @Inject
    public LivingKeys(ApiKeyRows rows, WorkspaceContext context, Places places, Clock clock) {
        this.rows = rows;
        this.context = context;
        this.places = places;
        this.clock = clock;
    }

    /** A key of this workspace. */
    Optional<ApiKeyRows.Own> of(UUID workspaceId, UUID keyId) {
        return in(places.of(workspaceId), keyId).filter(own -> own.workspaceId().equals(workspaceId));
    }

    /** A key does not tell its workspace, so all databases are asked; one that does not answer matters only where no other has the key. */
    Optional<ApiKeyRows.Own> wherever(UUID keyId) {
        PersistenceException unreachable = null;
        for (String database : places.databases()) {
            try {
                // A copy of a key in a database in which its workspace does not live any more is none.
                Optional<ApiKeyRows.Own> found = in(database, keyId)
                        .filter(own -> places.of(own.workspaceId()).equals(database));
                if (found.isPresent()) {
                    return found;
                }
            } catch (PersistenceException e) {
                unreachable = e;
            }
        }
        if (unreachable != null) {
            throw unreachable;
        }
        return Optional.empty();
    }

    /** Who works with a key; a key whose role is not there any more is as good as none. */
    static Optional<Caller> caller(UUID keyId, ApiKeyRows.Own own) {
        Optional<Access> access = Role.readyMade(own.role()).map(Role::access).or(() -> ownRole(own));
        return access.map(rights -> new Caller(own.workspaceId(), actor(keyId, own), rights));
    }

    private Optional<ApiKeyRows.Own> in(String database, UUID keyId) {
        return rows.own(database, context.ofKey(database, keyId))
                .filter(own -> clock.instant().isBefore(own.expiresAt()));
    }

    /** It acts for whoever made it, where that is remembered. */
    private static Actor actor(UUID keyId, ApiKeyRows.Own own) {
        ApiKeyRows.Maker maker = own.maker();
        Actor key = Actor.apiKey(keyId, own.label());
        return maker == null ? key : key.actingFor(new Actor.Principal(maker.accountId(), maker.name()));
    }

    private static Optional<Access> ownRole(ApiKeyRows.Own own) {
        String grants = own.grants();
        return own.roleKept() && grants != null
                ? Optional.of(new Access(own.role(), Roles.grantsOf(grants)))
                : Optional.empty();
    }
}
