package io.frontless.record.control;

import io.frontless.engine.control.PlanView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do.
 *
 * @param plan to be executed like any other; null where there are errors, for a file is imported whole or not at all
 */
public record ImportPreview(
        @Nullable PlanView plan,
        String entityLabel,
        List<ImportColumn> columns,
        int rows,
        List<ImportRowError> errors) {

    public ImportPreview {
        columns = List.copyOf(columns);
        errors = List.copyOf(errors);
    }
}
