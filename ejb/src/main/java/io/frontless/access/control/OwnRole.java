package io.frontless.access.control;

import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What people call the caller's own role. A ready-made one is known without asking the database; the workspace's own are asked for. */
@ApplicationScoped
public class OwnRole {

    @Inject
    AccessQueries access;

    /** The label; the role's key where there is none. */
    public String label(Caller caller) {
        return Role.readyMade(caller.access().role()).map(Role::label).orElseGet(() -> access.keptRole(caller));
    }
}
