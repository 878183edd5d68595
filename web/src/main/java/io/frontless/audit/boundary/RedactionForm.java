package io.frontless.audit.boundary;

import io.frontless.boundary.PathId;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.RedactEvents;
import io.frontless.schema.control.EntityView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The form of a redaction, as it was sent; of a record where a record's page leads here, by {@code t} its table and {@code r} its id. */
public record RedactionForm(String entity, String record, String fields, String reason) {

    static RedactionForm asked(HttpServletRequest request) {
        return new RedactionForm(text(request, "t"), text(request, "r"), "", "");
    }

    static RedactionForm sent(HttpServletRequest request) {
        return new RedactionForm(
                text(request, "redact-entity"),
                text(request, "redact-record"),
                text(request, "redact-fields"),
                text(request, "redact-reason"));
    }

    /** What it says; fields may be named as people call them. */
    RedactEvents operation(Optional<EntityView> table) {
        List<String> named = Arrays.stream(fields.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (named.isEmpty()) {
            throw Rejection.invalid("fields", "the names of fields, with commas between", fields);
        }
        return new RedactEvents(
                entity,
                PathId.of("record", record),
                named.stream().map(name -> key(table, name)).toList(),
                reason);
    }

    private static String key(Optional<EntityView> table, String name) {
        return table.stream()
                .flatMap(of -> of.fields().stream())
                .filter(field -> field.label().equalsIgnoreCase(name))
                .map(FieldSpec::key)
                .findFirst()
                .orElse(name);
    }

    private static String text(HttpServletRequest request, String name) {
        return RequestParameter.text(request, name).map(String::strip).orElse("");
    }
}
