package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a deleted constraint back. */
public record RestoreConstraint(String entity, String constraint) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "constraint.restore";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public RestoreConstraint {
        Keys.require("entity", entity);
        Keys.require("constraint", constraint);
    }

    static RestoreConstraint from(Params params) {
        return new RestoreConstraint(params.text("entity"), params.text("constraint"));
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
