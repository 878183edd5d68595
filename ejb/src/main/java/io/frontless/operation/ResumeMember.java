package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a suspended member in again. */
public record ResumeMember(UUID member) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "member.resume";

    static final Reversal REVERSAL = Reversal.EXACT;

    static ResumeMember from(Params params) {
        return new ResumeMember(params.id("member"));
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
