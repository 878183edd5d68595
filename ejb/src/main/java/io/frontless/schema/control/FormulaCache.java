package io.frontless.schema.control;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.formula.ComputedFields;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps compiled formulas by the fields that they were compiled for: compiling takes milliseconds, computing microseconds. */
@ApplicationScoped
public class FormulaCache {

    private static final int ENTITIES_MAX = 1_000;

    private final Map<List<FieldSpec>, ComputedFields> compiled = new ConcurrentHashMap<>();

    /** The computed fields among an entity's fields; INVALID where they cannot be. */
    public ComputedFields of(List<FieldSpec> fields) {
        if (fields.stream().noneMatch(FieldSpec::computed)) {
            return ComputedFields.NONE;
        }
        if (compiled.size() >= ENTITIES_MAX) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(List.copyOf(fields), ComputedFields::of);
    }
}
