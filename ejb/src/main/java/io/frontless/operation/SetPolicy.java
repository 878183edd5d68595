package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets how a session must be to enter the workspace: with a second factor or without, and used within so many hours. */
public record SetPolicy(
        boolean requireSecondFactor, @Nullable Integer sessionIdleHours) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "policy.set";

    static final Reversal REVERSAL = Reversal.EXACT;

    private static final long HOURS_MAX = Limits.SESSION_IDLE_MAX.toHours();

    public SetPolicy {
        WholeNumber.require("sessionIdleHours", sessionIdleHours, 1, HOURS_MAX);
    }

    static SetPolicy from(Params params) {
        return new SetPolicy(
                secondFactor(params),
                params.optionalWholeNumber("sessionIdleHours", 1, HOURS_MAX)
                        .map(Math::toIntExact)
                        .orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("requireSecondFactor", requireSecondFactor);
        if (sessionIdleHours != null) {
            params.put("sessionIdleHours", BigDecimal.valueOf(sessionIdleHours));
        }
        return params;
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ROLES;
    }

    /** To leave it out could mean both, so it is asked for. */
    private static boolean secondFactor(Params params) {
        if (!params.has("requireSecondFactor")) {
            throw Rejection.invalid("requireSecondFactor", "true or false", "nothing");
        }
        return params.flag("requireSecondFactor");
    }
}
