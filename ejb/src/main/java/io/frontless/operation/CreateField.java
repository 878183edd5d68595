package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a field to an entity. */
public record CreateField(String entity, FieldSpec field) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "field.create";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public CreateField {
        Keys.require("entity", entity);
    }

    static CreateField from(Params params) {
        return new CreateField(params.text("entity"), FieldSpec.from(params.object("field")));
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
