package io.frontless.workspace.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a component remembers until the present transaction ends, be it by commit or by rollback. */
@Dependent
public class TransactionMemory {

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry registry;

    /** Runs something once the present transaction has been committed, and not at all where it is rolled back, as that of a preview. */
    public void afterCommit(Runnable action) {
        if (registry == null) {
            throw new IllegalStateException("the container gave no transaction registry");
        }
        registry.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is known before the end.
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }

    /** The one object of this type in this transaction; made when first asked for. */
    public <T> T get(Class<T> type, Supplier<T> first) {
        if (registry == null) {
            throw new IllegalStateException("the container gave no transaction registry");
        }
        Object known = registry.getResource(type);
        if (known == null) {
            T made = first.get();
            registry.putResource(type, made);
            return made;
        }
        return type.cast(known);
    }
}
