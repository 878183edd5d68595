package io.frontless.workspace.control;

import io.frontless.workspace.entity.MemberRows;
import io.frontless.workspace.entity.Workspace;
import io.frontless.workspace.entity.WorkspaceRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Lays the first rows of a workspace, inside the transaction of the operation that founds it. */
@Dependent
public class Foundation {

    private final WorkspaceRows rows;
    private final MemberRows members;

    @Inject
    public Foundation(WorkspaceRows rows, MemberRows members) {
        this.rows = rows;
        this.members = members;
    }

    /** Whether the workspace of this transaction exists already. */
    public boolean exists(UUID workspaceId) {
        return rows.find(workspaceId).isPresent();
    }

    /** Adds the workspace and its owner. */
    public void lay(UUID workspaceId, String label, UUID ownerId) {
        rows.add(new Workspace(workspaceId, label));
        members.add(workspaceId, ownerId, Role.OWNER.key());
    }

    /** Adds the scope of an account: a workspace of the account's id, without members. */
    public void layScope(UUID accountId, String label) {
        rows.addScope(accountId, label);
    }
}
