package io.frontless.federation.control;

import io.frontless.federation.entity.DirectoryRows;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.kernel.Rejection;
import io.frontless.operation.DirectoryEntry;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.Members;
import io.frontless.workspace.control.Members.Seat;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the directory and the roles that its groups are. */
@Stateless
@InWorkspace
public class DirectoryQueries {

    @Inject
    DirectoryRows rows;

    @Inject
    ProviderRows providers;

    @Inject
    Members members;

    @Inject
    Roles roles;

    /** A role as a group; {@code version} is 0 where it is ready made. */
    public record Group(Role role, long version) {}

    /** All people, the oldest first. */
    public List<DirectoryUserView> users(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        Map<UUID, Seat> seats = new HashMap<>();
        members.all(caller.workspaceId()).forEach(seat -> seats.put(seat.accountId(), seat));
        return rows.living(caller.workspaceId()).stream()
                .map(row -> view(row, seats.get(row.accountId())))
                .toList();
    }

    /** One; NOT_FOUND where there is none such. */
    public DirectoryUserView user(Caller caller, UUID user) {
        caller.require(Permission.MANAGE_ROLES, null);
        DirectoryRows.Row row = rows.find(caller.workspaceId(), user)
                .filter(found -> !found.removed())
                .orElseThrow(() -> Rejection.notFound("user", user));
        UUID account = row.accountId();
        return view(
                row,
                account == null
                        ? null
                        : members.find(caller.workspaceId(), account)
                                .filter(seat -> !seat.removed())
                                .orElse(null));
    }

    /** The roles that the directory can give: all but the owner's, which owners give. */
    public List<Group> groups(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        return Stream.concat(
                        Role.READY_MADE.stream()
                                .filter(role -> !role.equals(Role.OWNER))
                                .map(role -> new Group(role, 0)),
                        roles.living(caller.workspaceId()).stream().map(kept -> new Group(kept.role(), kept.version())))
                .toList();
    }

    /** The role of whoever is in no group: what the connected provider gives, or else to read. */
    public String fallbackRole(Caller caller) {
        caller.require(Permission.MANAGE_ROLES, null);
        return providers.connected(caller.workspaceId()).stream()
                .map(row -> row.terms().role())
                .findFirst()
                .orElse(Role.VIEWER.key());
    }

    /** Somebody whose membership has ended is as good as inactive. */
    private static DirectoryUserView view(DirectoryRows.Row row, @Nullable Seat seat) {
        DirectoryRows.Entry kept = row.entry();
        boolean was = row.accountId() != null;
        boolean active = was ? seat != null && seat.active() : kept.active();
        DirectoryEntry entry = new DirectoryEntry(
                kept.userName(),
                kept.externalId(),
                kept.email(),
                kept.name(),
                active,
                seat == null ? kept.role() : seat.role());
        String tag = row.version() + "-" + (seat == null ? 0 : seat.version());
        return new DirectoryUserView(row.userId(), entry, row.accountId(), row.createdAt(), row.changedAt(), tag);
    }
}
