package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Opens a session of the caller's account on a device; its tokens are handed out beside the log.
 *
 * @param secondFactor whether the caller has shown a second factor, too
 */
public record OpenSession(UUID session, String device, boolean secondFactor) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "session.open";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static OpenSession from(Params params) {
        boolean secondFactor = params.has("secondFactor") && params.flag("secondFactor");
        return new OpenSession(params.id("session"), params.text("device"), secondFactor);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("session", session.toString());
        params.put("device", device);
        if (secondFactor) {
            params.put("secondFactor", true);
        }
        return params;
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
