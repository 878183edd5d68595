package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the membership of the person who does it. Those who decide on members can bring them back. */
public record LeaveWorkspace() implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.leave";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static LeaveWorkspace from(Params params) {
        return new LeaveWorkspace();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of();
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.OWN_MEMBERSHIP;
    }
}
