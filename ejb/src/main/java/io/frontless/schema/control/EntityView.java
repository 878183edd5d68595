package io.frontless.schema.control;

import io.frontless.operation.FieldSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An entity as others see it; deleted fields are not in it.
 *
 * @param key the lasting name
 * @param label what people call it
 * @param version counts its changes, from 1
 * @param fields in their order; the first is what its records are called by
 */
public record EntityView(String key, String label, long version, List<FieldSpec> fields) {

    public EntityView {
        fields = List.copyOf(fields);
    }

    /** The field with this key. */
    public Optional<FieldSpec> field(String fieldKey) {
        return fields.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
    }

    /** This entity without some of its fields. */
    public EntityView without(Set<String> keys) {
        return keys.isEmpty()
                ? this
                : new EntityView(
                        key,
                        label,
                        version,
                        fields.stream()
                                .filter(field -> !keys.contains(field.key()))
                                .toList());
    }

    /** The field that records are called by; none where every field was deleted. */
    public Optional<FieldSpec> titleField() {
        return fields.stream().findFirst();
    }
}
