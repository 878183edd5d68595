package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Uses up one of the caller's recovery codes, which stands for a lost factor once. */
public record UseRecoveryCode(UUID code) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "recovery.use";

    static final Reversal REVERSAL = Reversal.NONE;

    static UseRecoveryCode from(Params params) {
        return new UseRecoveryCode(params.id("code"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("code", code.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ACCOUNT;
    }
}
