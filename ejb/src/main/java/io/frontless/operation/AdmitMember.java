package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes somebody a member because the workspace's provider says who they are; only its connection does. Taken back by removing them. */
public record AdmitMember(UUID member, String role) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.admit";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    public AdmitMember {
        RoleKey.require("role", role);
    }

    static AdmitMember from(Params params) {
        return new AdmitMember(params.id("member"), params.text("role"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("member", member.toString(), "role", role);
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
