package io.frontless.operation;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Creates a role: what its members may do. */
public record CreateRole(String role, String label, List<Grant> grants) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "role.create";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    public CreateRole {
        Keys.require("role", role);
        label = RoleLabel.require(label);
        grants = List.copyOf(grants);
    }

    static CreateRole from(Params params) {
        return new CreateRole(params.text("role"), params.text("label"), Grant.listFrom(params, "grants"));
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
