package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Brings somebody back who left or was removed: with this role, suspended or not; without one, as they were. */
public record RestoreMember(UUID member, @Nullable String role, boolean suspended) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.restore";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public RestoreMember {
        if (role != null) {
            RoleKey.require("role", role);
        } else if (suspended) {
            throw Rejection.invalid("suspended", "none without a role", true);
        }
    }

    /** Somebody as they were. */
    public static RestoreMember asTheyWere(UUID member) {
        return new RestoreMember(member, null, false);
    }

    static RestoreMember from(Params params) {
        return new RestoreMember(
                params.id("member"), params.optionalText("role").orElse(null), params.flag("suspended"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("member", member.toString());
        if (role != null) {
            params.put("role", role);
            params.put("suspended", suspended);
        }
        return params;
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
