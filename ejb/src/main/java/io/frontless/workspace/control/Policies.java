package io.frontless.workspace.control;

import io.frontless.workspace.entity.PolicyRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a workspace asks of sessions, inside somebody else's transaction, which has entered it. A second factor is asked for by {@link Workspaces#enter}. */
@Dependent
public class Policies {

    private final PolicyRows rows;

    @Inject
    public Policies(PolicyRows rows) {
        this.rows = rows;
    }

    /** A workspace's policy; one that never set any asks for nothing. */
    public SignInPolicy of(UUID workspaceId) {
        return view(rows.find(workspaceId));
    }

    /** The same, locked until the end of the transaction. */
    public SignInPolicy lock(UUID workspaceId) {
        return view(rows.lock(workspaceId));
    }

    /** Replaces it. */
    public void set(UUID workspaceId, boolean requireSecondFactor, @Nullable Integer sessionIdleHours) {
        rows.set(workspaceId, requireSecondFactor, sessionIdleHours);
    }

    private static SignInPolicy view(PolicyRows.Row row) {
        return new SignInPolicy(row.requireSecondFactor(), row.sessionIdleHours(), row.version());
    }
}
