package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a constraint to an entity. */
public record CreateConstraint(String entity, ConstraintSpec constraint) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "constraint.create";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public CreateConstraint {
        Keys.require("entity", entity);
    }

    static CreateConstraint from(Params params) {
        return new CreateConstraint(params.text("entity"), ConstraintSpec.from(params.object("constraint")));
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
