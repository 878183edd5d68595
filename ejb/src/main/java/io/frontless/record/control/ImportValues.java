package io.frontless.record.control;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row's cells as values of a record, as a plan writes them. */
final class ImportValues {

    private ImportValues() {}

    static Values of(ImportTarget target, List<@Nullable String> cells) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int column = 0; column < target.columns().size(); column++) {
            FieldSpec field = target.columns().get(column).field();
            String cell = cells.get(column);
            if (field != null && cell != null) {
                values.put(field.key(), ColumnType.value(field.type(), cell));
            }
        }
        return new Values(values);
    }
}
