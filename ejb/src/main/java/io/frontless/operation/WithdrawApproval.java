package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes back that one has asked for an approval, or what one has decided about it, as long as the plan was not executed. */
public record WithdrawApproval(UUID plan) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "approval.withdraw";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static WithdrawApproval from(Params params) {
        return new WithdrawApproval(params.id("plan"));
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
