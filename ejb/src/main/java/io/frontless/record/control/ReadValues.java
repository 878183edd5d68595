package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.FormulaCache;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of records as they are read: what is stored, in its field's present type, and what is computed of that. */
@Dependent
public class ReadValues {

    private final References references;
    private final FormulaCache formulas;

    @Inject
    public ReadValues(References references, FormulaCache formulas) {
        this.references = references;
        this.formulas = formulas;
    }

    /** Of one record. */
    Map<String, @Nullable Object> of(UUID workspaceId, EntityView entity, Map<String, @Nullable Object> stored) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (FieldSpec field : entity.fields()) {
            Object value = field.computed() ? null : of(workspaceId, field, stored.get(field.key()));
            if (value != null) {
                values.put(field.key(), value);
            }
        }
        formulas.of(entity.fields()).compute(values, ReadValues::computed);
        return values;
    }

    /** Of many. */
    List<Map<String, @Nullable Object>> all(
            UUID workspaceId, EntityView entity, List<Map<String, @Nullable Object>> stored) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        stored.forEach(one -> all.add(of(workspaceId, entity, one)));
        return all;
    }

    /** One stored value; null where it is none of the field's type. */
    @Nullable
    Object of(UUID workspaceId, FieldSpec field, @Nullable Object stored) {
        Object value = Conversions.read(field, stored);
        if (field.type() == FieldType.REFERENCE && value instanceof String text && !References.isId(text)) {
            return references.find(workspaceId, field, text).map(UUID::toString).orElse(null);
        }
        return value;
    }

    /** Whether an id is that of a living record of a reference's target. */
    boolean points(UUID workspaceId, FieldSpec field, String id) {
        return references.find(workspaceId, field, id).isPresent();
    }

    /** The keys of an entity's computed fields. */
    List<String> computed(EntityView entity) {
        return formulas.of(entity.fields()).keys();
    }

    private static @Nullable Object computed(FieldSpec field, Object value) {
        try {
            return FieldValue.normal(field, value);
        } catch (Rejection outOfBounds) {
            return null;
        }
    }
}
