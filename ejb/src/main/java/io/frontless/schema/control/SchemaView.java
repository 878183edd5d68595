package io.frontless.schema.control;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

    /** This schema with an entity as it is given, in place of the one of its key if there is one. */
    public SchemaView with(EntityView other) {
        Stream<EntityView> others =
                entities.stream().filter(entity -> !entity.key().equals(other.key()));
        return new SchemaView(Stream.concat(others, Stream.of(other)).toList(), takenKeys);
    }

    /** The entity with this key. */
    public Optional<EntityView> entity(String key) {
        return entities.stream().filter(entity -> entity.key().equals(key)).findFirst();
    }
}
