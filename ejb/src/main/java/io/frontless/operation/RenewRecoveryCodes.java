package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the caller the recovery codes that were put aside under an id; those they had are worth nothing from then on. */
public record RenewRecoveryCodes(UUID set) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "recovery.renew";

    static final Reversal REVERSAL = Reversal.NONE;

    static RenewRecoveryCodes from(Params params) {
        return new RenewRecoveryCodes(params.id("set"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("set", set.toString());
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
