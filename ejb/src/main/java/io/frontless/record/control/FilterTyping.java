package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.TypedFilter.Compare;
import io.frontless.record.control.TypedFilter.Not;
import io.frontless.record.control.TypedFilter.Test;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Checks a filter against a schema; what does not fit is refused as INVALID by its path. */
final class FilterTyping {

    private final Function<String, EntityView> entities;
    private final FilterValues values;

    /** @param entities an entity by its key */
    FilterTyping(Function<String, EntityView> entities, FilterValues values) {
        this.entities = entities;
        this.values = values;
    }

    /** The filter as both evaluators take it. */
    TypedFilter typed(EntityView entity, Filter filter) {
        if (filter instanceof Filter.All all) {
            return new TypedFilter.All(
                    all.parts().stream().map(part -> typed(entity, part)).toList());
        }
        if (filter instanceof Filter.Any any) {
            return new TypedFilter.Any(
                    any.parts().stream().map(part -> typed(entity, part)).toList());
        }
        if (filter instanceof Filter.Not not) {
            return new Not(typed(entity, not.part()));
        }
        return compare(entity, (Filter.Compare) filter);
    }

    private TypedFilter compare(EntityView entity, Filter.Compare compare) {
        List<FieldSpec> path = path(entity, compare.path());
        List<FieldSpec> hops = path.subList(0, path.size() - 1);
        FieldSpec field = path.get(path.size() - 1);
        Comparison comparison = compare.comparison();
        requireComparable(compare.path(), field, comparison);
        List<?> given =
                switch (comparison) {
                    case EMPTY, NOT_EMPTY -> List.of();
                    case IN, NOT_IN -> (List<?>) Objects.requireNonNull(compare.value());
                    case EQ, NE, LT, LE, GT, GE, CONTAINS, STARTS_WITH ->
                        List.of(Objects.requireNonNull(compare.value()));
                };
        List<Object> compared = given.stream()
                .flatMap(value -> values.typed(compare.path(), field, value).stream())
                .distinct()
                .toList();
        return switch (comparison) {
            case EQ, IN -> new Compare(hops, field, Test.ONE_OF, compared);
            case NE, NOT_IN -> new Not(new Compare(hops, field, Test.ONE_OF, compared));
            case EMPTY -> new Not(new Compare(hops, field, Test.PRESENT, compared));
            case NOT_EMPTY -> new Compare(hops, field, Test.PRESENT, compared);
            case LT, LE, GT, GE, CONTAINS, STARTS_WITH ->
                new Compare(hops, field, Test.valueOf(comparison.name()), compared);
        };
    }

    /** The fields that a path leads over: references, and one field at its end. */
    List<FieldSpec> path(EntityView entity, String path) {
        List<FieldSpec> fields = new ArrayList<>();
        EntityView last = entity;
        String[] keys = path.split("\\.", -1);
        for (int index = 0; index < keys.length; index++) {
            FieldSpec field = field(last, path, keys[index]);
            fields.add(field);
            if (index < keys.length - 1) {
                if (field.type() != FieldType.REFERENCE) {
                    throw Rejection.invalid(
                            path,
                            "references to lead on",
                            keys[index] + ", a " + field.type().wireName());
                }
                last = entities.apply(String.valueOf(field.target()));
            }
        }
        requireIndexed(path, field(last, path, keys[keys.length - 1]));
        return fields;
    }

    private static FieldSpec field(EntityView entity, String path, String key) {
        return entity.field(key)
                .orElseThrow(() -> Rejection.invalid(
                        path,
                        "a field of " + entity.key() + ": "
                                + entity.fields().stream().map(FieldSpec::key).toList(),
                        key));
    }

    private static void requireIndexed(String path, FieldSpec field) {
        if (field.type() == FieldType.LONG_TEXT) {
            throw Rejection.invalid(path, "a field to filter and sort by", "a long text, which is found by search");
        }
    }

    /** Truth and references have no order, and only texts have parts. */
    private static void requireComparable(String path, FieldSpec field, Comparison comparison) {
        boolean fits =
                switch (comparison) {
                    case EQ, NE, IN, NOT_IN, EMPTY, NOT_EMPTY -> true;
                    case LT, LE, GT, GE -> field.type() != FieldType.BOOLEAN && field.type() != FieldType.REFERENCE;
                    case CONTAINS, STARTS_WITH -> FilterValues.isText(field);
                };
        if (!fits) {
            throw Rejection.invalid(
                    path, "a comparison that a " + field.type().wireName() + " has", comparison.wireName());
        }
    }
}
