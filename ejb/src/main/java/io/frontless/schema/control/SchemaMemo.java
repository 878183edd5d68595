package io.frontless.schema.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this transaction has read of the schema: an import asks for the same entity thousands of times. It ends with the transaction, and a
 * change of the schema empties it.
 */
@Dependent
public class SchemaMemo {

    private static final String KEY = "frontless.schema";
    private static final String HELD = "frontless.schema.held";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private @Nullable TransactionSynchronizationRegistry transaction;

    /** The entity as read before, or as {@code read} reads it now. */
    Optional<EntityView> entity(String key, Supplier<Optional<EntityView>> read) {
        Map<String, EntityView> known = known();
        EntityView entity = known.get(key);
        if (entity != null) {
            return Optional.of(entity);
        }
        Optional<EntityView> found = read.get();
        found.ifPresent(one -> known.put(key, one));
        return found;
    }

    /** Whether this transaction holds the entity already; from now on it does. */
    boolean holds(String key) {
        return !held().add(key);
    }

    /** Forgets everything; called by whoever is about to change the schema. */
    void forget() {
        known().clear();
    }

    @SuppressWarnings("unchecked")
    private Set<String> held() {
        TransactionSynchronizationRegistry registry = registry();
        Set<String> held = (Set<String>) registry.getResource(HELD);
        if (held == null) {
            held = new HashSet<>();
            registry.putResource(HELD, held);
        }
        return held;
    }

    private TransactionSynchronizationRegistry registry() {
        if (transaction == null) {
            throw new IllegalStateException("the container gave no transaction registry");
        }
        return transaction;
    }

    @SuppressWarnings("unchecked")
    private Map<String, EntityView> known() {
        TransactionSynchronizationRegistry registry = registry();
        Map<String, EntityView> known = (Map<String, EntityView>) registry.getResource(KEY);
        if (known == null) {
            known = new HashMap<>();
            registry.putResource(KEY, known);
        }
        return known;
    }
}
