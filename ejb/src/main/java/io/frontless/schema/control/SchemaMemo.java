package io.frontless.schema.control;

import io.frontless.workspace.control.TransactionMemory;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What this transaction has read of the schema: an import asks for the same entity thousands of times. It ends with the transaction, and a
 * change of the schema empties it.
 */
@Dependent
public class SchemaMemo {

    private final TransactionMemory memory;

    @Inject
    public SchemaMemo(TransactionMemory memory) {
        this.memory = memory;
    }

    private static final class Known {
        private final Map<String, EntityView> entities = new HashMap<>();
        private final Set<String> held = new HashSet<>();
        private boolean changed;
    }

    /** The entity as read before, or as {@code read} reads it now. */
    Optional<EntityView> entity(String key, Supplier<Optional<EntityView>> read) {
        EntityView entity = known().entities.get(key);
        if (entity != null) {
            return Optional.of(entity);
        }
        Optional<EntityView> found = read.get();
        found.ifPresent(one -> known().entities.put(key, one));
        return found;
    }

    /** Whether this transaction holds the entity already; from now on it does. */
    boolean holds(String key) {
        return !known().held.add(key);
    }

    /** Forgets everything read; called by whoever is about to change the schema. */
    void forget() {
        known().entities.clear();
        known().changed = true;
    }

    /** Forgets an entity, which others may have changed before it was held. */
    void forget(String key) {
        known().entities.remove(key);
    }

    /** Whether this transaction changes the schema: then only the database knows how it is. */
    boolean changed() {
        return known().changed;
    }

    private Known known() {
        return memory.get(Known.class, Known::new);
    }
}
