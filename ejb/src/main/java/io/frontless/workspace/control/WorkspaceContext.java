package io.frontless.workspace.control;

import io.frontless.vault.control.ContextMac;
import io.frontless.workspace.entity.WorkspaceRows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database in which workspace this transaction works. The setting ends with the transaction, so a pooled connection carries none
 * into the next; its MAC is what row-level security verifies.
 */
@Dependent
public class WorkspaceContext {

    private static final String WORKSPACE = "workspace";
    private static final String ACCOUNT = "account";
    private static final String KEY = "key";
    private static final String WORKER = "worker";
    private static final String ENTERED = "frontless.entered";
    private static final UUID NO_ONE = new UUID(0, 0);

    private final WorkspaceRows rows;
    private final ContextMac mac;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry transaction;

    @Inject
    public WorkspaceContext(WorkspaceRows rows, ContextMac mac) {
        this.rows = rows;
        this.mac = mac;
    }

    /** Enters a workspace; a transaction that is in another one is a bug and fails. */
    public void enterWorkspace(UUID workspaceId) {
        enter(WORKSPACE, workspaceId);
    }

    /** Lets a person see their own memberships. */
    public void enterAccount(UUID accountId) {
        enter(ACCOUNT, accountId);
    }

    /** Lets a worker see the effects that were promised in all workspaces. */
    public void enterWorker() {
        enter(WORKER, NO_ONE);
    }

    /** What lets a person see their own memberships in a statement that takes it. */
    public String ofAccount(UUID accountId) {
        return context(ACCOUNT, accountId);
    }

    /** What lets an API key see itself in a statement that takes it. */
    public String ofKey(UUID keyId) {
        return context(KEY, keyId);
    }

    private String context(String setting, UUID id) {
        return id + ":" + mac.of(setting, id);
    }

    private void enter(String setting, UUID id) {
        if (transaction == null) {
            throw new IllegalStateException("the container gave no transaction registry");
        }
        Object entered = transaction.getResource("frontless." + setting);
        if (entered == null) {
            rows.setContext(setting, context(setting, id), transaction.getResource(ENTERED) == null);
            transaction.putResource("frontless." + setting, id);
            transaction.putResource(ENTERED, true);
        } else if (!entered.equals(id)) {
            throw new IllegalStateException("this transaction is in another " + setting);
        }
    }
}
