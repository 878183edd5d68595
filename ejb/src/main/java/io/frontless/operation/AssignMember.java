package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives a member of the workspace another role: one of its own, or OWNER, ADMIN, MEMBER or VIEWER. */
public record AssignMember(UUID member, String role) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.assign";

    static final Reversal REVERSAL = Reversal.EXACT;

    public AssignMember {
        RoleKey.require("role", role);
    }

    static AssignMember from(Params params) {
        return new AssignMember(params.id("member"), params.text("role"));
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
