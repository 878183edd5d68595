package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the person who does it a member, by an invitation to their address. It is taken back by removing them; the invitation stays used. */
public record JoinWorkspace(UUID invitation) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.join";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static JoinWorkspace from(Params params) {
        return new JoinWorkspace(params.id("invitation"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("invitation", invitation.toString());
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
