package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Disconnects another service; its tokens are given back and forgotten. What was agreed to cannot be agreed to again by us, so this is for good. */
public record CloseConnection(UUID connection) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "connection.disconnect";

    static final Reversal REVERSAL = Reversal.NONE;

    static CloseConnection from(Params params) {
        return new CloseConnection(params.id("connection"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("connection", connection.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public boolean needsApproval() {
        return false;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_CONNECTIONS;
    }
}
