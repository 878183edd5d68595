package io.frontless.access.control;

import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** What people call the caller's own role. A ready-made one is known without asking the database; the workspace's own are asked for. */
@Dependent
public class OwnRole {

    private final AccessQueries access;

    @Inject
    public OwnRole(AccessQueries access) {
        this.access = access;
    }

    /** The label; the role's key where there is none. */
    public String label(Caller caller) {
        return Role.readyMade(caller.access().role()).map(Role::label).orElseGet(() -> access.keptRole(caller));
    }
}
