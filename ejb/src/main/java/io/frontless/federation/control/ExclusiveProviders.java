package io.frontless.federation.control;

import io.frontless.identity.control.Presence;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody who came by password may enter a workspace: any that does not insist on its provider. Owners are let in by password too, for the day on which the
 * provider fails. That a workspace insists is remembered for a few seconds.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ExclusiveProviders {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final int REMEMBERED_MAX = 10_000;

    @Inject
    ProviderInsistence insistence;

    @Inject
    Clock clock;

    private final Map<UUID, Known> known = new LinkedHashMap<>();

    private record Known(boolean insists, Instant until) {}

    /** Refuses a member who came by password where the workspace insists on its provider. */
    public void require(Caller caller, Presence presence) {
        if (presence.isWhole() && !caller.access().isOwner() && insists(caller)) {
            throw new Rejection(
                    Reason.DENIED,
                    "this workspace lets its members in through its sign-in provider alone: choose \"Sign in through your company\"");
        }
    }

    private boolean insists(Caller caller) {
        Instant now = clock.instant();
        Known present = remembered(caller.workspaceId());
        if (present != null && now.isBefore(present.until())) {
            return present.insists();
        }
        boolean insists = insistence.of(caller);
        remember(caller.workspaceId(), new Known(insists, now.plus(REMEMBERED)));
        return insists;
    }

    private synchronized @Nullable Known remembered(UUID workspaceId) {
        return known.get(workspaceId);
    }

    private synchronized void remember(UUID workspaceId, Known fresh) {
        if (known.size() >= REMEMBERED_MAX) {
            known.remove(known.keySet().iterator().next());
        }
        known.put(workspaceId, fresh);
    }
}
