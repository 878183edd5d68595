package io.frontless.audit.boundary;

import io.frontless.boundary.PathId;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.PlaceHold;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The form of a legal hold, as it was sent; of a record where a record's page leads here, by {@code t} its table and {@code r} its id. */
public record HoldForm(String label, String reason, String entity, String record) {

    static HoldForm asked(HttpServletRequest request) {
        return new HoldForm("", "", text(request, "t"), text(request, "r"));
    }

    static HoldForm sent(HttpServletRequest request) {
        return new HoldForm(
                text(request, "hold-label"), text(request, "reason"), text(request, "entity"), text(request, "record"));
    }

    PlaceHold operation(UUID id) {
        return new PlaceHold(
                id,
                label,
                reason,
                entity.isEmpty() ? null : entity,
                record.isEmpty() ? null : PathId.of("record", record));
    }

    private static String text(HttpServletRequest request, String name) {
        return RequestParameter.text(request, name).map(String::strip).orElse("");
    }
}
