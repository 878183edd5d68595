package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the values of some fields out of all that the log tells of a record, for ever; why, is written down. The proofs of the events stay. */
public record RedactEvents(String entity, UUID record, List<String> fields, String reason) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "event.redact";

    static final Reversal REVERSAL = Reversal.NONE;

    public RedactEvents {
        Keys.require("entity", entity);
        fields = List.copyOf(fields);
        if (fields.isEmpty() || fields.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid("fields", "1 to " + Limits.FIELDS_MAX + " fields", fields.size());
        }
        fields.forEach(field -> Keys.require("fields", field));
        if (reason.isBlank() || reason.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("reason", "1 to " + Limits.TEXT_CHARS_MAX + " characters", reason);
        }
    }

    static RedactEvents from(Params params) {
        return new RedactEvents(
                params.text("entity"), params.id("record"), params.texts("fields"), params.text("reason"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "record", record.toString(), "fields", fields, "reason", reason);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ROLES;
    }
}
