package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Adds a comment to a record; {@code id} is the comment's, chosen by the client or else by the engine. */
public record AddComment(String entity, UUID record, UUID id, String text) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "comment.add";

    static final Reversal REVERSAL = Reversal.EXACT;

    public AddComment {
        Keys.require("entity", entity);
        if (text.isBlank() || text.length() > Limits.COMMENT_CHARS_MAX) {
            throw Rejection.invalid("text", "1 to " + Limits.COMMENT_CHARS_MAX + " characters", text);
        }
    }

    static AddComment from(Params params) {
        return new AddComment(params.text("entity"), params.id("record"), params.id("id"), params.longText("text"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "record", record.toString(), "id", id.toString(), "text", text);
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
