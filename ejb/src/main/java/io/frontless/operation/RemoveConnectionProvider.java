package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Removes a provider that nothing is connected to any more. */
public record RemoveConnectionProvider(UUID provider) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "connection-provider.remove";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    static RemoveConnectionProvider from(Params params) {
        return new RemoveConnectionProvider(params.id("provider"));
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
        return Permission.MANAGE_CONNECTIONS;
    }
}
