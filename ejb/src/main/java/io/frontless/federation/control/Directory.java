package io.frontless.federation.control;

import io.frontless.engine.control.Errands;
import io.frontless.identity.control.ProviderAccess;
import io.frontless.kernel.Ids;
import io.frontless.operation.AddDirectoryUser;
import io.frontless.operation.CreateRole;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.DirectoryEntry;
import io.frontless.operation.Operation;
import io.frontless.operation.RemoveDirectoryUser;
import io.frontless.operation.UpdateDirectoryUser;
import io.frontless.operation.UpdateRole;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Does what the workspace's directory says, by operations as any other. Whoever is taken out is out with the commit, since every request asks for the
 * membership; the sessions that the provider has opened for them are ended right after.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Directory {

    @Inject
    DirectoryQueries queries;

    @Inject
    Errands errands;

    @Inject
    ProviderAccess access;

    @Inject
    Ids ids;

    /** Adds somebody and answers them as they are. */
    public DirectoryUserView add(Caller caller, DirectoryEntry entry) {
        UUID user = ids.get();
        errands.run(caller, "Provision " + entry.called(), List.of(new AddDirectoryUser(user, entry)));
        return shutOut(caller, queries.user(caller, user));
    }

    /** Changes what is said of somebody, unless it is said already. */
    public DirectoryUserView update(Caller caller, UUID user, DirectoryEntry entry) {
        if (!queries.user(caller, user).entry().equals(entry)) {
            errands.run(caller, "Provision " + entry.called(), List.of(new UpdateDirectoryUser(user, entry)));
        }
        return shutOut(caller, queries.user(caller, user));
    }

    /** Takes somebody out. */
    public void remove(Caller caller, UUID user) {
        DirectoryUserView present = queries.user(caller, user);
        errands.run(caller, "Deprovision " + present.entry().called(), List.of(new RemoveDirectoryUser(user)));
        UUID account = present.account();
        if (account != null) {
            access.end(caller.actor(), caller.workspaceId(), account);
        }
    }

    /** Makes a role that allows nothing, with these people in it. */
    public void addGroup(Caller caller, Role role, Set<UUID> people) {
        List<Operation> operations = new ArrayList<>();
        operations.add(new CreateRole(role.key(), role.label(), role.grants()));
        operations.addAll(moves(caller, role, people));
        errands.run(caller, "Provision the group " + role.label(), operations);
    }

    /** Changes what a role is called, and who has it; nobody has none, so whoever loses it gets the usual one. */
    public void changeGroup(Caller caller, Role before, Role after, Set<UUID> people) {
        List<Operation> operations = new ArrayList<>();
        if (!before.label().equals(after.label())) {
            operations.add(new UpdateRole(after.key(), after.label(), after.grants()));
        }
        operations.addAll(moves(caller, after, people));
        if (!operations.isEmpty()) {
            errands.run(caller, "Provision the group " + after.label(), operations);
        }
    }

    /** Deletes a role that nobody has. */
    public void removeGroup(Caller caller, Role role) {
        errands.run(caller, "Deprovision the group " + role.label(), List.of(new DeleteRole(role.key())));
    }

    private List<Operation> moves(Caller caller, Role role, Set<UUID> people) {
        people.forEach(user -> queries.user(caller, user));
        String fallback = queries.fallbackRole(caller);
        List<Operation> moves = new ArrayList<>();
        for (DirectoryUserView user : queries.users(caller)) {
            boolean has = user.entry().role().equals(role.key());
            boolean should = people.contains(user.user());
            if (should != has) {
                String next = should ? role.key() : fallback;
                if (!next.equals(user.entry().role())) {
                    moves.add(new UpdateDirectoryUser(user.user(), user.entry().with(next)));
                }
            }
        }
        return moves;
    }

    private DirectoryUserView shutOut(Caller caller, DirectoryUserView user) {
        UUID account = user.account();
        if (account != null && !user.entry().active()) {
            access.end(caller.actor(), caller.workspaceId(), account);
        }
        return user;
    }
}
