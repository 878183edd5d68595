package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hides a field; its values stay in the records for {@link RestoreField}. */
public record DeleteField(String entity, String field) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "field.delete";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public DeleteField {
        Keys.require("entity", entity);
        Keys.require("field", field);
    }

    static DeleteField from(Params params) {
        return new DeleteField(params.text("entity"), params.text("field"));
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
