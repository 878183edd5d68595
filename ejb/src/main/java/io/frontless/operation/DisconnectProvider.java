package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets nobody sign in at a provider any more; who came in by it stays a member. */
public record DisconnectProvider(UUID provider) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "idp.disconnect";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    static DisconnectProvider from(Params params) {
        return new DisconnectProvider(params.id("provider"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("provider", provider.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ROLES;
    }
}
