package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps a member out of the workspace for a while, at every door at once; role and work stay as they are. */
public record SuspendMember(UUID member) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.suspend";

    static final Reversal REVERSAL = Reversal.EXACT;

    static SuspendMember from(Params params) {
        return new SuspendMember(params.id("member"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("member", member.toString());
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
