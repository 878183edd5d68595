package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links a record to another one of any entity, in a word of the person's own ({@code "replaces"}); {@code id} is the link's. */
public record AddLink(String entity, UUID record, UUID id, UUID to, String label) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "link.add";

    static final Reversal REVERSAL = Reversal.EXACT;

    public AddLink {
        Keys.require("entity", entity);
        if (label.isBlank() || label.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("label", "1 to " + Limits.TEXT_CHARS_MAX + " characters", label);
        }
        if (record.equals(to)) {
            throw Rejection.invalid("to", "another record", to);
        }
    }

    static AddLink from(Params params) {
        return new AddLink(
                params.text("entity"), params.id("record"), params.id("id"), params.id("to"), params.text("label"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of(
                "entity",
                entity,
                "record",
                record.toString(),
                "id",
                id.toString(),
                "to",
                to.toString(),
                "label",
                label);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.UPDATE;
    }
}
