package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes what people call an entity; its key stays. */
public record UpdateEntity(String entity, String label) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "entity.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UpdateEntity {
        Keys.require("entity", entity);
    }

    static UpdateEntity from(Params params) {
        return new UpdateEntity(params.text("entity"), params.text("label"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "label", label);
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
