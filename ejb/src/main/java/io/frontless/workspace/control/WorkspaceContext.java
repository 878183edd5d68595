package io.frontless.workspace.control;

import io.frontless.vault.control.ContextMac;
import io.frontless.workspace.entity.TransactionDatabase;
import io.frontless.workspace.entity.WorkspaceRows;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database in which workspace this transaction works, and chooses the database by it. The setting ends with the transaction, so a pooled connection carries none
 * into the next; its MAC is what row-level security verifies.
 */
@Dependent
public class WorkspaceContext {

    private static final String WORKSPACE = "workspace";
    private static final String ACCOUNT = "account";
    private static final String KEY = "key";
    static final String WORKER = "worker";
    private static final String ENTERED = "frontless.entered";
    static final UUID NO_ONE = new UUID(0, 0);

    private final WorkspaceRows rows;
    private final ContextMac mac;
    private final Places places;
    private final TransactionDatabase database;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry transaction;

    @Inject
    public WorkspaceContext(WorkspaceRows rows, ContextMac mac, Places places, TransactionDatabase database) {
        this.rows = rows;
        this.mac = mac;
        this.places = places;
        this.database = database;
    }

    /** Enters a workspace, on the database in which it lives; a transaction that is in another one, or on another database, is a bug and fails. */
    public void enterWorkspace(UUID workspaceId) {
        database.choose(places.of(workspaceId));
        enter(WORKSPACE, workspaceId);
    }

    /** Has this transaction work on a database, in no workspace yet. */
    public void workOn(String name) {
        database.choose(name);
    }

    /** Lets a person see their own memberships. */
    public void enterAccount(UUID accountId) {
        enter(ACCOUNT, accountId);
    }

    /** Lets a worker see the effects that were promised in all workspaces of this transaction's database. */
    public void enterWorker() {
        enter(WORKER, NO_ONE);
    }

    /** Asks what was left on this transaction's connection, for one that enters nothing: nobody has signed in yet, or it concerns nobody's rows. */
    public void enterNothing() {
        if (transaction == null) {
            throw new IllegalStateException("the container gave no transaction registry");
        }
        if (transaction.getResource(ENTERED) == null) {
            rows.requireUntouched();
            transaction.putResource(ENTERED, true);
        }
    }

    /** What lets a person see their own memberships in a database, in a statement that takes it. */
    public String ofAccount(String name, UUID accountId) {
        return context(name, ACCOUNT, accountId);
    }

    /** What lets an API key see itself in a database, in a statement that takes it. */
    public String ofKey(String name, UUID keyId) {
        return context(name, KEY, keyId);
    }

    /** What lets the tables' owner work in a workspace of a database, while it is moved; only the mover asks. */
    public String ofWorkspace(String name, UUID workspaceId) {
        return context(name, WORKSPACE, workspaceId);
    }

    private String context(String name, String setting, UUID id) {
        return id + ":" + (name.equals(Places.SHARED) ? mac.of(setting, id) : mac.ofDedicated(name, setting, id));
    }

    private void enter(String setting, UUID id) {
        if (transaction == null) {
            throw new IllegalStateException("the container gave no transaction registry");
        }
        Object entered = transaction.getResource("frontless." + setting);
        if (entered == null) {
            String context = context(database.settled(), setting, id);
            boolean first = transaction.getResource(ENTERED) == null;
            if (setting.equals(WORKSPACE)) {
                rows.enterWorkspace(setting, context, first);
            } else {
                rows.setContext(setting, context, first);
            }
            transaction.putResource("frontless." + setting, id);
            transaction.putResource(ENTERED, true);
        } else if (!entered.equals(id)) {
            throw new IllegalStateException("this transaction is in another " + setting);
        }
    }
}
