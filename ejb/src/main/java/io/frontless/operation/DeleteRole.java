package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Deletes a role that no member has. */
public record DeleteRole(String role) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "role.delete";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public DeleteRole {
        Keys.require("role", role);
    }

    static DeleteRole from(Params params) {
        return new DeleteRole(params.text("role"));
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
