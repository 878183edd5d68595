package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens a session of the caller's account on a device; its tokens are handed out beside the log. */
public record OpenSession(UUID session, String device) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "session.open";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static OpenSession from(Params params) {
        return new OpenSession(params.id("session"), params.text("device"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("session", session.toString(), "device", device);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ACCOUNT;
    }
}
