package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Hides an entity with all its fields and records, which stay for {@link RestoreEntity}. */
public record DeleteEntity(String entity) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "entity.delete";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public DeleteEntity {
        Keys.require("entity", entity);
    }

    static DeleteEntity from(Params params) {
        return new DeleteEntity(params.text("entity"));
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
