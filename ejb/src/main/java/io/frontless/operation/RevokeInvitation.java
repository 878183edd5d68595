package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes an invitation's link useless. Taking that back invites again, by a new link. */
public record RevokeInvitation(UUID invitation) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "invitation.revoke";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static RevokeInvitation from(Params params) {
        return new RevokeInvitation(params.id("invitation"));
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
        return Permission.MANAGE_ROLES;
    }
}
