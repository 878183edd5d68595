package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends the use of the caller's authenticator app, whose secret is forgotten, and the account's other sessions.
 *
 * @param keep the session that is not ended; null for none
 */
public record DisableTotp(@Nullable UUID keep) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "factor.totp.disable";

    static final Reversal REVERSAL = Reversal.NONE;

    static DisableTotp from(Params params) {
        return new DisableTotp(params.optionalId("keep").orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return keep == null ? Map.of() : Map.of("keep", keep.toString());
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
