package io.frontless.schema.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What this transaction has read of the schema: an import asks for the same entity thousands of times. It ends with the transaction, and a
 * change of the schema empties it.
 */
@Dependent
public class SchemaMemo {

    private static final String KEY = "frontless.schema";

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

    /** Forgets everything; called by whoever is about to change the schema. */
    void forget() {
        known().clear();
    }

    @SuppressWarnings("unchecked")
    private Map<String, EntityView> known() {
        if (transaction == null) {
            throw new IllegalStateException("the container gave no transaction registry");
        }
        Map<String, EntityView> known = (Map<String, EntityView>) transaction.getResource(KEY);
        if (known == null) {
            known = new HashMap<>();
            transaction.putResource(KEY, known);
        }
        return known;
    }
}
