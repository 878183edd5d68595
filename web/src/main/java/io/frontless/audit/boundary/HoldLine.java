package io.frontless.audit.boundary;

import io.frontless.audit.control.AuditQueries.HoldView;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.Objects;
import java.util.UUID;

/**
 * A legal hold as the page lists it.
 *
 * @param on what it is on, in words
 * @param record the record that it is on; nothing where it is on more
 */
public record HoldLine(String hold, String label, String reason, String on, String entity, String record) {

    private static final int ID_CHARS = 8;

    static HoldLine of(HoldView view, SchemaView schema) {
        return new HoldLine(
                view.hold().toString(),
                view.label(),
                view.reason(),
                on(view, schema),
                Objects.requireNonNullElse(view.entity(), ""),
                Objects.toString(view.record(), ""));
    }

    private static String on(HoldView view, SchemaView schema) {
        String entity = view.entity();
        if (entity == null) {
            return "All of the log";
        }
        String label = schema.entity(entity).map(EntityView::label).orElse(entity);
        UUID record = view.record();
        return record == null ? label : label + ", record " + record.toString().substring(0, ID_CHARS);
    }
}
