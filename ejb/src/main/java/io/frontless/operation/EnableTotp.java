package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Puts an authenticator app into use as the caller's second factor, whose secret was put aside under an id, and ends the account's other sessions.
 *
 * @param keep the session that is not ended, and in which the factor was shown; null for none
 */
public record EnableTotp(UUID secret, @Nullable UUID keep) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "factor.totp.enable";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static EnableTotp from(Params params) {
        return new EnableTotp(params.id("secret"), params.optionalId("keep").orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("secret", secret.toString());
        if (keep != null) {
            params.put("keep", keep.toString());
        }
        return params;
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
