package io.frontless.schema.control;

import io.frontless.operation.ConstraintSpec;
import io.frontless.operation.FieldSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An entity as others see it; deleted fields are not in it.
 *
 * @param key the lasting name
 * @param label what people call it
 * @param version counts its changes, from 1
 * @param fields in their order; the first that is not computed is what its records are called by
 * @param constraints what its records are told apart by, beside unique fields
 * @param orders in which orders its records are kept for its views; none where the whole schema was asked for, which nobody searches or writes by
 */
public record EntityView(
        String key,
        String label,
        long version,
        List<FieldSpec> fields,
        List<ConstraintSpec> constraints,
        List<Order> orders) {

    /** By a field, among the records with the same value in another. */
    public record Order(String filterField, String sortField) {}

    public EntityView {
        fields = List.copyOf(fields);
        constraints = List.copyOf(constraints);
        orders = List.copyOf(orders);
    }

    /** An entity without constraints. */
    public EntityView(String key, String label, long version, List<FieldSpec> fields) {
        this(key, label, version, fields, List.of(), List.of());
    }

    /** The keys of its computed fields. */
    public List<String> computedKeys() {
        return fields.stream().filter(FieldSpec::computed).map(FieldSpec::key).toList();
    }

    /** This entity with other fields. */
    public EntityView with(List<FieldSpec> others) {
        return new EntityView(key, label, version, others, constraints, orders);
    }

    /** This entity with one more field. */
    public EntityView and(FieldSpec added) {
        return with(Stream.concat(fields.stream(), Stream.of(added)).toList());
    }

    /** This entity with one of its fields replaced. */
    public EntityView with(FieldSpec replaced) {
        return with(fields.stream()
                .map(field -> field.key().equals(replaced.key()) ? replaced : field)
                .toList());
    }

    /** This entity without one of its fields. */
    public EntityView without(String fieldKey) {
        return with(
                fields.stream().filter(field -> !field.key().equals(fieldKey)).toList());
    }

    /** The field with this key. */
    public Optional<FieldSpec> field(String fieldKey) {
        return fields.stream().filter(field -> field.key().equals(fieldKey)).findFirst();
    }

    /** This entity without some of its fields. */
    public EntityView without(Set<String> keys) {
        return keys.isEmpty()
                ? this
                : with(fields.stream()
                        .filter(field -> !keys.contains(field.key()))
                        .toList());
    }

    /** The field that records are called by; none where every such field was deleted. */
    public Optional<FieldSpec> titleField() {
        return fields.stream().filter(field -> !field.computed()).findFirst();
    }
}
