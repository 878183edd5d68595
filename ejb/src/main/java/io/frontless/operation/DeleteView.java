package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a view of an entity away; it can be restored. */
public record DeleteView(String entity, String view) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "view.delete";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public DeleteView {
        Keys.require("entity", entity);
        Keys.require("view", view);
    }

    static DeleteView from(Params params) {
        return new DeleteView(params.text("entity"), params.text("view"));
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
