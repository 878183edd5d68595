package io.frontless.workspace.entity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * On which database a transaction works: on one, from its first statement to its end. It is chosen by entering something, or else by the first connection,
 * which then is the shared database's.
 */
@Dependent
public class TransactionDatabase {

    /** The name of the database in which workspaces live that were not moved, and all that is the installation's. */
    public static final String SHARED = "shared";

    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";

    private static final String CHOSEN = "frontless.database";

    @Resource(lookup = REGISTRY)
    private @Nullable TransactionSynchronizationRegistry registry;

    /** For what is no bean. */
    @SuppressWarnings("BanJNDI") // a name of the platform's
    static TransactionDatabase lookup() throws NamingException {
        TransactionDatabase found = new TransactionDatabase();
        found.registry = InitialContext.doLookup(REGISTRY);
        return found;
    }

    /** Chooses it; a transaction that works on another one is a bug and fails. */
    public void choose(String database) {
        Object chosen = known().getResource(CHOSEN);
        if (chosen == null) {
            known().putResource(CHOSEN, database);
        } else if (!chosen.equals(database)) {
            throw new IllegalStateException(
                    "this transaction works on the database " + chosen + ", not on " + database);
        }
    }

    /** The one that was chosen; where none was, it is the shared one from now on. */
    public String settled() {
        if (known().getTransactionKey() == null) {
            return SHARED;
        }
        if (known().getResource(CHOSEN) == null) {
            known().putResource(CHOSEN, SHARED);
        }
        return known().getResource(CHOSEN).toString();
    }

    private TransactionSynchronizationRegistry known() {
        return Objects.requireNonNull(registry, "the container gives a transaction registry");
    }
}
