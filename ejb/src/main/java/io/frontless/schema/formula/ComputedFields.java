package io.frontless.schema.formula;

import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The computed fields of an entity, in an order in which each finds what it reads. Immutable. */
public final class ComputedFields {

    /** Those of an entity that has none. */
    public static final ComputedFields NONE = new ComputedFields(Map.of());

    private final Map<FieldSpec, Formula> inOrder;

    private ComputedFields(Map<FieldSpec, Formula> inOrder) {
        this.inOrder = inOrder;
    }

    /** Compiles every formula among these fields; INVALID where one does not fit or where they read each other in a circle. */
    public static ComputedFields of(List<FieldSpec> fields) {
        if (fields.stream().noneMatch(FieldSpec::computed)) {
            return NONE;
        }
        Map<FieldSpec, Formula> formulas = new LinkedHashMap<>();
        for (FieldSpec field : fields) {
            if (field.computed()) {
                formulas.put(field, Formula.compile(field, fields));
            }
        }
        return new ComputedFields(ordered(formulas));
    }

    /** Sets the computed values among a record's values; {@code normal} brings a value into the form of its field, or makes it null. */
    public void compute(Map<String, @Nullable Object> values, BiFunction<FieldSpec, Object, @Nullable Object> normal) {
        inOrder.forEach((field, formula) -> {
            Object computed = formula.value(values);
            Object value = computed == null ? null : normal.apply(field, computed);
            if (value == null) {
                values.remove(field.key());
            } else {
                values.put(field.key(), value);
            }
        });
    }

    /** Each computed field with its formula. */
    public Map<FieldSpec, Formula> formulas() {
        return inOrder;
    }

    /** Their keys. */
    public List<String> keys() {
        return inOrder.keySet().stream().map(FieldSpec::key).toList();
    }

    private static Map<FieldSpec, Formula> ordered(Map<FieldSpec, Formula> formulas) {
        Map<FieldSpec, Formula> ordered = new LinkedHashMap<>();
        Map<FieldSpec, Formula> left = new LinkedHashMap<>(formulas);
        while (!left.isEmpty()) {
            Set<String> waiting = new HashSet<>();
            left.keySet().forEach(field -> waiting.add(field.key()));
            List<FieldSpec> ready = new ArrayList<>();
            left.forEach((field, formula) -> {
                if (formula.reads().stream().noneMatch(waiting::contains)) {
                    ready.add(field);
                }
            });
            if (ready.isEmpty()) {
                throw Rejection.invalid("formula", "formulas that do not read each other in a circle", waiting);
            }
            ready.forEach(field -> ordered.put(field, formulas.get(field)));
            left.keySet().removeAll(ready);
        }
        return ordered;
    }
}
