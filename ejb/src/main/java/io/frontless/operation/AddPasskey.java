package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Lets the caller sign in with a passkey that was put aside under an id, and ends the account's other sessions.
 *
 * @param keep the session that is not ended, and in which the passkey was shown; null for none
 */
public record AddPasskey(UUID passkey, @Nullable UUID keep) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "passkey.add";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    static AddPasskey from(Params params) {
        return new AddPasskey(params.id("passkey"), params.optionalId("keep").orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("passkey", passkey.toString());
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
