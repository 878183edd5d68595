package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Revokes an API key, at once and for good: whoever may have it now must never be let in again. */
public record RevokeApiKey(UUID key) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "apikey.revoke";

    static final Reversal REVERSAL = Reversal.NONE;

    static RevokeApiKey from(Params params) {
        return new RevokeApiKey(params.id("key"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("key", key.toString());
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
        return Permission.MANAGE_KEYS;
    }
}
