package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Connects another service by a grant that somebody has agreed to there. Provider, level and scopes are the grant's own.
 *
 * @param grant where the vault keeps the tokens; never a token
 */
public record OpenConnection(UUID id, String label, UUID grant) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "connection.connect";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    public OpenConnection {
        PersonNames.require("label", label);
    }

    static OpenConnection from(Params params) {
        return new OpenConnection(params.id("id"), params.text("label"), params.id("grant"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("id", id.toString(), "label", label, "grant", grant.toString());
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
