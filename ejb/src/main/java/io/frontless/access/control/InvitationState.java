package io.frontless.access.control;

import io.frontless.access.control.Invitations.Guest;
import io.frontless.access.control.Invitations.Kept;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an invitation is, in the form that events keep: neither its link nor when it expires, which are new each time it is sent. */
@Dependent
public class InvitationState {

    private final Invitations invitations;

    @Inject
    public InvitationState(Invitations invitations) {
        this.invitations = invitations;
    }

    Present present(EventView event, Execution execution) {
        return invitations
                .find(execution.workspaceId(), new Params("event", any(event)).id("key"))
                .map(kept -> new Present(kept.open() ? state(kept.id(), kept.guest()) : null, kept.version()))
                .orElseGet(Present::nothing);
    }

    /** The state that an event tells of. */
    static Map<String, @Nullable Object> any(EventView event) {
        return Objects.requireNonNull(event.after() == null ? event.before() : event.after());
    }

    /** A change that opens an invitation. */
    static Change opening(UUID id, Guest guest, long version) {
        return new Change(
                new Change.Subject(null, null, id.toString()),
                guest.email(),
                null,
                state(id, guest),
                version,
                0,
                Map.of());
    }

    /** A change that closes it. */
    static Change closing(Kept kept) {
        return new Change(
                new Change.Subject(null, null, kept.id().toString()),
                kept.guest().email(),
                state(kept.id(), kept.guest()),
                null,
                kept.version() + 1,
                0,
                Map.of());
    }

    private static Map<String, @Nullable Object> state(UUID id, Guest guest) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", id.toString());
        state.put("label", guest.email());
        state.put("role", guest.role());
        return state;
    }
}
