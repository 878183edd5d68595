package io.frontless.system.inside;

import io.frontless.identity.control.Person;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import java.util.UUID;

/** A workspace of a test's own, with the person who founded it. */
public record Place(Person founder, UUID workspaceId) {

    /** The founder, who may do everything. */
    public Caller owner() {
        return as(Role.OWNER);
    }

    /** The founder with the rights of another role. */
    public Caller as(Role role) {
        return new Caller(workspaceId, founder.actor(), role.access());
    }
}
