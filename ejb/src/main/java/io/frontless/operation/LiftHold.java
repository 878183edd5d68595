package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends a legal hold. */
public record LiftHold(UUID hold) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "hold.lift";

    static final Reversal REVERSAL = Reversal.EXACT;

    static LiftHold from(Params params) {
        return new LiftHold(params.id("hold"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("hold", hold.toString());
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
