package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings back a deleted field with its values. */
public record RestoreField(String entity, String field) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "field.restore";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RestoreField {
        Keys.require("entity", entity);
        Keys.require("field", field);
    }

    static RestoreField from(Params params) {
        return new RestoreField(params.text("entity"), params.text("field"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "field", field);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.SCHEMA;
    }
}
