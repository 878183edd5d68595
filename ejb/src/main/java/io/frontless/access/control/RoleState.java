package io.frontless.access.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Grant;
import io.frontless.operation.Params;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a role is, in the form that events keep; what the four role handlers share. */
@Dependent
public class RoleState {

    private final Roles roles;

    @Inject
    public RoleState(Roles roles) {
        this.roles = roles;
    }

    /** A role of the workspace's own, locked, of the version that the step relies on; a ready-made one is refused. */
    Roles.Kept lockLiving(Execution execution, String key) {
        Roles.Kept kept = lock(execution, key);
        if (kept.deleted()) {
            throw Rejection.notFound("role", key);
        }
        return kept;
    }

    /** A deleted role, locked, of the version that the step relies on. */
    Roles.Kept lockDeleted(Execution execution, String key) {
        Roles.Kept kept = lock(execution, key);
        if (!kept.deleted()) {
            throw Rejection.conflict("role", "a deleted one", key + ", which is not");
        }
        return kept;
    }

    /** Refuses a label that another role has: nobody could tell the two apart. */
    void requireFreeLabel(UUID workspaceId, Role role) {
        boolean taken = Role.READY_MADE.stream().anyMatch(other -> sameLabel(role, other))
                || roles.living(workspaceId).stream()
                        .map(Roles.Kept::role)
                        .anyMatch(other -> !other.key().equals(role.key()) && sameLabel(role, other));
        if (taken) {
            throw Rejection.conflict("label", "one that no other role has", role.label());
        }
    }

    /** A role to give, kept from being deleted until the end of the transaction. */
    Role lockToGive(Execution execution, String key) {
        Role role = Role.READY_MADE.stream()
                .filter(ready -> ready.key().equals(key))
                .findFirst()
                .or(() -> roles.lock(execution.workspaceId(), key)
                        .filter(kept -> !kept.deleted())
                        .map(Roles.Kept::role))
                .orElseThrow(() -> Rejection.notFound("role", key));
        requireMayGive(execution, role);
        return role;
    }

    /** Refuses whoever takes a role away without having all that it allows; one that is not there any more allows nothing. */
    void requireMayTake(Execution execution, String key) {
        find(execution.workspaceId(), key).ifPresent(role -> requireMayGive(execution, role));
    }

    /** A role that is there. */
    Optional<Role> find(UUID workspaceId, String key) {
        return Role.readyMade(key).or(() -> roles.find(workspaceId, key)
                .filter(kept -> !kept.deleted())
                .map(Roles.Kept::role));
    }

    /** Whoever gives a role has all that it allows; owners are made and unmade by owners. */
    private static void requireMayGive(Execution execution, Role role) {
        requireCovered(execution, role);
        if (role.key().equals(Role.OWNER.key()) && !execution.caller().access().isOwner()) {
            throw new Rejection(Reason.DENIED, "only an owner of this workspace makes or unmakes an owner");
        }
    }

    /** Refuses a role that allows more than the caller may: nobody gives, or takes away, what they do not have. */
    static void requireCovered(Execution execution, Role role) {
        if (!execution.caller().access().covers(role.access())) {
            throw new Rejection(
                    Reason.DENIED, "your role in this workspace does not allow this: no role can give more than yours");
        }
    }

    Present present(EventView event, Execution execution) {
        return roles.find(execution.workspaceId(), keyOf(event))
                .map(kept -> new Present(kept.deleted() ? null : state(kept.role()), kept.version()))
                .orElseGet(Present::nothing);
    }

    /** The key of the role that an event speaks of. */
    static String keyOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).text("key");
    }

    /** A role's change; null where it is not there before or after. */
    static Change change(@Nullable Role before, @Nullable Role after, long version) {
        Role role = Objects.requireNonNull(after == null ? before : after);
        return new Change(
                new Change.Subject(null, null, role.key()),
                role.label(),
                before == null ? null : state(before),
                after == null ? null : state(after),
                version,
                0,
                Map.of());
    }

    private static Map<String, @Nullable Object> state(Role role) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", role.key());
        state.put("label", role.label());
        state.put("grants", role.grants().stream().map(Grant::params).toList());
        return state;
    }

    private Roles.Kept lock(Execution execution, String key) {
        Role.readyMade(key).ifPresent(role -> {
            throw Rejection.conflict("role", "one of the workspace's own", role.key() + ", which is ready made");
        });
        Roles.Kept kept = roles.lock(execution.workspaceId(), key).orElseThrow(() -> Rejection.notFound("role", key));
        execution.requireVersion(key, kept.version());
        return kept;
    }

    private static boolean sameLabel(Role role, Role other) {
        return role.label().toLowerCase(Locale.ROOT).equals(other.label().toLowerCase(Locale.ROOT));
    }
}
