package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value that a step gives to a field.
 *
 * @param value null where the field is cleared
 */
record Given(FieldSpec field, @Nullable Object value) {

    /** All that a step gives to fields that the table has. */
    static Stream<Given> of(EntityView entity, Map<?, ?> values) {
        return values.entrySet().stream().flatMap(value -> entity.field(String.valueOf(value.getKey())).stream()
                .map(field -> new Given(field, value.getValue())));
    }

    /** The fields that get one. */
    static Stream<FieldSpec> fields(EntityView entity, Map<?, ?> values) {
        return of(entity, values).map(Given::field);
    }

    /** The value as it is written. */
    String text() {
        return String.valueOf(value);
    }
}
