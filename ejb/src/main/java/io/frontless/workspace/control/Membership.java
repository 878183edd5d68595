package io.frontless.workspace.control;

import java.util.UUID;

/**
 * A workspace that a person belongs to, and as what.
 *
 * @param role the key of their role
 */
public record Membership(UUID workspaceId, String label, String role) {

    /** One whose database does not answer at present: only that it may be there is known. */
    static Membership unreachable(UUID workspaceId) {
        return new Membership(workspaceId, "(not available at present)", "");
    }
}
