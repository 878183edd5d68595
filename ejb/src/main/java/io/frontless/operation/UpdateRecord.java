package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sets the given values of a record and leaves the others; null clears one. */
public record UpdateRecord(String entity, UUID id, Values values) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "record.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UpdateRecord {
        Keys.require("entity", entity);
        if (values.fields().isEmpty()) {
            throw Rejection.invalid("values", "at least one value to set", "none");
        }
    }

    static UpdateRecord from(Params params) {
        return new UpdateRecord(params.text("entity"), params.id("id"), params.values("values"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "id", id.toString(), "values", values.byField());
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
