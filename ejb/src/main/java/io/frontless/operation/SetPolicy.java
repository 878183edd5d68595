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
        if (sessionIdleHours != null && (sessionIdleHours < 1 || sessionIdleHours > HOURS_MAX)) {
            throw wrongHours(sessionIdleHours);
        }
    }

    static SetPolicy from(Params params) {
        return new SetPolicy(
                secondFactor(params),
                params.optionalNumber("sessionIdleHours").map(SetPolicy::hours).orElse(null));
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

    private static int hours(BigDecimal given) {
        if (given.stripTrailingZeros().scale() > 0 || given.abs().compareTo(BigDecimal.valueOf(HOURS_MAX)) > 0) {
            throw wrongHours(given);
        }
        return given.intValue();
    }

    private static Rejection wrongHours(Object given) {
        return Rejection.invalid("sessionIdleHours", "a whole number from 1 to " + HOURS_MAX, given);
    }
}
