package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says that a connection has no authorization any more; its tokens are given back and forgotten, and somebody has to agree anew. */
public record LapseConnection(UUID connection) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "connection.lapse";

    static final Reversal REVERSAL = Reversal.NONE;

    static LapseConnection from(Params params) {
        return new LapseConnection(params.id("connection"));
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
