package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives a connection that has lapsed a grant that somebody has agreed to anew, of the same provider and level.
 *
 * @param grant where the vault keeps the tokens; never a token
 */
public record ReauthorizeConnection(UUID connection, UUID grant) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "connection.reauthorize";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static ReauthorizeConnection from(Params params) {
        return new ReauthorizeConnection(params.id("connection"), params.id("grant"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("connection", connection.toString(), "grant", grant.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_CONNECTIONS;
    }
}
