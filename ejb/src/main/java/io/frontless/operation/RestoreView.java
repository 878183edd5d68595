package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a deleted view back. */
public record RestoreView(String entity, String view) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "view.restore";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public RestoreView {
        Keys.require("entity", entity);
        Keys.require("view", view);
    }

    static RestoreView from(Params params) {
        return new RestoreView(params.text("entity"), params.text("view"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "view", view);
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
