package io.frontless.schema.control;

import io.frontless.kernel.Limits;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Entities as they were read under a stamp, which the database renews with every change of their schema: every write of a record needs its entity, and
 * reading that anew would be half of its statements. Nothing here can be out of date, since whoever asks has just read the stamp.
 */
@ApplicationScoped
public class SchemaCache {

    private final Map<Key, EntityView> entities = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, EntityView> eldest) {
            return size() > Limits.ENTITIES_CACHED_MAX;
        }
    };

    /** Which state of which entity. */
    record Key(UUID workspaceId, String entity, UUID stamp) {}

    synchronized Optional<EntityView> find(Key key) {
        return Optional.ofNullable(entities.get(key));
    }

    synchronized void put(Key key, EntityView entity) {
        entities.put(key, entity);
    }
}
