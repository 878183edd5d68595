package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for another person's approval of one's own plan, which cannot be taken back. */
public record RequestApproval(UUID plan) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "approval.request";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static RequestApproval from(Params params) {
        return new RequestApproval(params.id("plan"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("plan", plan.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }
}
