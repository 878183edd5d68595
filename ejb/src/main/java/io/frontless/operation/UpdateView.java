package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces what a view is, except its key. */
public record UpdateView(String entity, ViewSpec view) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "view.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UpdateView {
        Keys.require("entity", entity);
    }

    static UpdateView from(Params params) {
        return new UpdateView(params.text("entity"), ViewSpec.from(params.object("view")));
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
