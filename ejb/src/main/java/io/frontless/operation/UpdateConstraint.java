package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces what a constraint is, except its key. */
public record UpdateConstraint(String entity, ConstraintSpec constraint) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "constraint.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UpdateConstraint {
        Keys.require("entity", entity);
    }

    static UpdateConstraint from(Params params) {
        return new UpdateConstraint(params.text("entity"), ConstraintSpec.from(params.object("constraint")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "constraint", constraint.params());
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
