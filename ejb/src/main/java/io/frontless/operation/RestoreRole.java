package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings back a deleted role with its grants. */
public record RestoreRole(String role) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "role.restore";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RestoreRole {
        Keys.require("role", role);
    }

    static RestoreRole from(Params params) {
        return new RestoreRole(params.text("role"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("role", role);
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
