package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds a view to an entity. */
public record CreateView(String entity, ViewSpec view) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "view.create";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public CreateView {
        Keys.require("entity", entity);
    }

    static CreateView from(Params params) {
        return new CreateView(params.text("entity"), ViewSpec.from(params.object("view")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "view", view.params());
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
