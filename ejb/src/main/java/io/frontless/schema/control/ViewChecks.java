package io.frontless.schema.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.operation.ViewSpec;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Whether a schema allows a view: its fields exist, along references too, and are compared as their types can be. */
final class ViewChecks {

    private static final Set<FieldType> TEXTS =
            EnumSet.of(FieldType.TEXT, FieldType.CHOICE, FieldType.EMAIL, FieldType.PHONE, FieldType.URL);
    private static final Set<Comparison> PARTS_OF_TEXT = EnumSet.of(Comparison.CONTAINS, Comparison.STARTS_WITH);
    private static final Set<Comparison> EQUALITY =
            EnumSet.of(Comparison.EQ, Comparison.NE, Comparison.IN, Comparison.NOT_IN);

    private final EntityView entity;
    private final ViewSpec view;
    private final Function<String, Optional<EntityView>> schema;
    private final List<Rejection.Detail> faults = new ArrayList<>();

    /** A field and the entity that it is of. */
    record Place(EntityView entity, FieldSpec field) {}

    private ViewChecks(EntityView entity, ViewSpec view, Function<String, Optional<EntityView>> schema) {
        this.entity = entity;
        this.view = view;
        this.schema = schema;
    }

    /** What of a view the schema does not allow. */
    static List<Rejection.Detail> faults(
            EntityView entity, ViewSpec view, Function<String, Optional<EntityView>> schema) {
        ViewChecks checks = new ViewChecks(entity, view, schema);
        view.columns()
                .forEach(column -> checks.require(entity.field(column).isPresent(), "the field " + column, "none"));
        view.sort().forEach(sort -> checks.sortable(sort.field()));
        view.filter().comparisons().forEach(checks::comparison);
        return checks.faults;
    }

    /** Where a path of keys leads. */
    static Optional<Place> place(EntityView from, String path, Function<String, Optional<EntityView>> schema) {
        EntityView at = from;
        String[] keys = path.split("\\.", -1);
        for (int index = 0; index < keys.length - 1; index++) {
            Optional<EntityView> next = at.field(keys[index])
                    .flatMap(field -> Optional.ofNullable(field.target()))
                    .flatMap(schema);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            at = next.get();
        }
        EntityView last = at;
        return last.field(keys[keys.length - 1]).map(field -> new Place(last, field));
    }

    private void sortable(String key) {
        Optional<FieldSpec> field = entity.field(key);
        require(field.isPresent(), "the field " + key, "none");
        require(field.isEmpty() || field.get().type() != FieldType.LONG_TEXT, "no long text to sort by", key);
    }

    private void comparison(Filter.Compare compare) {
        Optional<Place> place = place(entity, compare.path(), schema);
        require(place.isPresent(), "the field " + compare.path(), "none");
        place.ifPresent(found -> compared(compare, found.field()));
    }

    private void compared(Filter.Compare compare, FieldSpec field) {
        FieldType type = field.type();
        Comparison comparison = compare.comparison();
        if (!comparison.takesValue()) {
            return;
        }
        boolean allowed = PARTS_OF_TEXT.contains(comparison)
                ? TEXTS.contains(type)
                : EQUALITY.contains(comparison)
                        ? type != FieldType.LONG_TEXT
                        : type != FieldType.LONG_TEXT && type != FieldType.BOOLEAN && type != FieldType.REFERENCE;
        require(
                allowed,
                "a field that can be compared by " + comparison.wireName(),
                compare.path() + ", a " + type.wireName());
        Object value = compare.value();
        List<?> values = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        values.forEach(one -> value(compare, field, one));
    }

    private void value(Filter.Compare compare, FieldSpec field, Object value) {
        boolean fits =
                switch (field.type()) {
                    case INTEGER, DECIMAL, MONEY -> value instanceof BigDecimal;
                    case BOOLEAN -> value instanceof Boolean;
                    case CHOICE ->
                        !EQUALITY.contains(compare.comparison())
                                || field.options().stream().anyMatch(String.valueOf(value)::equalsIgnoreCase);
                    case TEXT, LONG_TEXT, EMAIL, PHONE, URL, DATE, DATETIME, REFERENCE -> value instanceof String;
                };
        require(
                fits,
                field.type() == FieldType.CHOICE
                        ? "the option " + value + " of " + compare.path()
                        : "a value that fits " + compare.path() + ", a "
                                + field.type().wireName(),
                field.type() == FieldType.CHOICE ? "no such option" : String.valueOf(value));
    }

    private void require(boolean holds, String expected, String found) {
        if (!holds) {
            faults.add(new Rejection.Detail("view " + entity.key() + "." + view.key(), expected, found));
        }
    }
}
