package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives the caller's account the password whose hash was put aside under an id, and ends the account's sessions.
 *
 * @param keep the session that is not ended; null for none
 */
public record SetPassword(UUID password, @Nullable UUID keep) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "password.set";

    static final Reversal REVERSAL = Reversal.NONE;

    static SetPassword from(Params params) {
        return new SetPassword(params.id("password"), params.optionalId("keep").orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("password", password.toString());
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
