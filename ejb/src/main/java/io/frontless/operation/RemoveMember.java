package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends somebody's membership; what they did stays, under their name. */
public record RemoveMember(UUID member) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.remove";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    static RemoveMember from(Params params) {
        return new RemoveMember(params.id("member"));
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
