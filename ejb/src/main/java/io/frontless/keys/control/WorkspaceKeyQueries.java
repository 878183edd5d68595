package io.frontless.keys.control;

import io.frontless.operation.Permission;
import io.frontless.vault.control.KeyRing;
import io.frontless.vault.control.KeyVersion;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Reads what is known of a workspace's keys: never a key. */
@Stateless
@InWorkspace
public class WorkspaceKeyQueries {

    @Inject
    KeyRing ring;

    /** All versions, the newest first. */
    public List<KeyVersion> versions(Caller caller) {
        caller.require(Permission.MANAGE_KEYS, null);
        return ring.versions(caller.workspaceId());
    }
}
