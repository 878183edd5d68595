package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a constraint of an entity away; it can be restored. */
public record DeleteConstraint(String entity, String constraint) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "constraint.delete";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public DeleteConstraint {
        Keys.require("entity", entity);
        Keys.require("constraint", constraint);
    }

    static DeleteConstraint from(Params params) {
        return new DeleteConstraint(params.text("entity"), params.text("constraint"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "constraint", constraint);
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
