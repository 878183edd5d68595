package io.frontless.record.control;

import io.frontless.event.control.Redacted;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people call a record: the value of its entity's first field, or its id where that is empty or was redacted. */
final class Titles {

    private Titles() {}

    static String title(
            EntityView entity, Map<String, @Nullable Object> values, UUID id, Map<String, String> referenceTitles) {
        Object value = entity.titleField().map(FieldSpec::key).map(values::get).orElse(null);
        if (value == null || Redacted.is(value)) {
            return id.toString();
        }
        return referenceTitles.getOrDefault(value.toString(), value.toString());
    }
}
