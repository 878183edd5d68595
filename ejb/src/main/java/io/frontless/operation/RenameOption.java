package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renames an option of a choice, and with it the values of the records that hold it and the filters of views that name it. It stands for other
 * operations, whose events it leaves. */
public record RenameOption(String entity, String field, String from, String to) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "option.rename";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RenameOption {
        Keys.require("entity", entity);
        Keys.require("field", field);
        if (from.equalsIgnoreCase(to)) {
            throw Rejection.invalid("to", "an option that differs from " + from + " by more than case", to);
        }
    }

    static RenameOption from(Params params) {
        return new RenameOption(params.text("entity"), params.text("field"), params.text("from"), params.text("to"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "field", field, "from", from, "to", to);
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
