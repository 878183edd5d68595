package io.frontless.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Replaces what people call a role and what it allows; its key stays. */
public record UpdateRole(String role, String label, List<Grant> grants) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "role.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    public UpdateRole {
        Keys.require("role", role);
        label = RoleLabel.require(label);
        grants = List.copyOf(grants);
    }

    static UpdateRole from(Params params) {
        return new UpdateRole(params.text("role"), params.text("label"), Grant.listFrom(params, "grants"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of(
                "role",
                role,
                "label",
                label,
                "grants",
                grants.stream().map(Grant::params).toList());
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
