package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives a field another type. The values stay as they were written and are read as the new type from then on; those that cannot be are empty.
 *
 * @param to the field as it shall be, under the same key
 * @param acceptLoss whether values may read as empty */
public record ConvertField(String entity, FieldSpec to, boolean acceptLoss) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "field.convert";

    static final Reversal REVERSAL = Reversal.EXACT;

    public ConvertField {
        Keys.require("entity", entity);
    }

    static ConvertField from(Params params) {
        return new ConvertField(
                params.text("entity"), FieldSpec.from(params.object("field")), params.flag("acceptLoss"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "field", to.params(), "acceptLoss", acceptLoss);
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
