package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invites an address: whoever has verified it can become a member by the mailed link, once. The link's token is no part of this. */
public record InviteMember(UUID id, String email, String role) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.invite";

    static final Reversal REVERSAL = Reversal.EXACT;

    public InviteMember {
        RoleKey.require("role", role);
    }

    static InviteMember from(Params params) {
        return new InviteMember(params.id("id"), params.text("email"), params.text("role"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("id", id.toString(), "email", email, "role", role);
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
