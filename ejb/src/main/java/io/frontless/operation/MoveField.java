package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts a field elsewhere among its entity's fields; {@code position} counts from 0, those that are deleted left out. */
public record MoveField(String entity, String field, int position) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "field.move";

    static final Reversal REVERSAL = Reversal.EXACT;

    public MoveField {
        Keys.require("entity", entity);
        Keys.require("field", field);
        WholeNumber.require("position", position, 0, Limits.FIELDS_MAX - 1L);
    }

    static MoveField from(Params params) {
        return new MoveField(
                params.text("entity"),
                params.text("field"),
                params.optionalWholeNumber("position", 0, Limits.FIELDS_MAX - 1L)
                        .map(Math::toIntExact)
                        .orElseThrow(() -> Rejection.invalid("position", "a whole number", "nothing")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "field", field, "position", BigDecimal.valueOf(position));
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
