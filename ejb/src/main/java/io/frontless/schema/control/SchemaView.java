package io.frontless.schema.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A workspace's schema as the caller may see it.
 *
 * @param entities those that exist, by label
 * @param takenKeys keys of all entities, deleted ones too: a key is never used again
 */
public record SchemaView(List<EntityView> entities, Set<String> takenKeys) {

    public SchemaView {
        entities = List.copyOf(entities);
        takenKeys = Set.copyOf(takenKeys);
    }

    /** The entity with this key. */
    public Optional<EntityView> entity(String key) {
        return entities.stream().filter(entity -> entity.key().equals(key)).findFirst();
    }
}
