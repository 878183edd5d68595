package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings back a deleted entity with its fields and records. */
public record RestoreEntity(String entity) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "entity.restore";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RestoreEntity {
        Keys.require("entity", entity);
    }

    static RestoreEntity from(Params params) {
        return new RestoreEntity(params.text("entity"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity);
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
