package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removes a comment from a record. */
public record RemoveComment(String entity, UUID record, UUID id) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "comment.remove";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RemoveComment {
        Keys.require("entity", entity);
    }

    static RemoveComment from(Params params) {
        return new RemoveComment(params.text("entity"), params.id("record"), params.id("id"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "record", record.toString(), "id", id.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.UPDATE;
    }
}
