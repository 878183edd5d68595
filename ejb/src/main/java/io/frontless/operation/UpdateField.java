package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces what a field is, except its key and type. */
public record UpdateField(String entity, FieldSpec field) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "field.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UpdateField {
        Keys.require("entity", entity);
    }

    static UpdateField from(Params params) {
        return new UpdateField(params.text("entity"), FieldSpec.from(params.object("field")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "field", field.params());
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
