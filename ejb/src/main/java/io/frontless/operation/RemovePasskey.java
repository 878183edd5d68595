package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Ends the use of one of the caller's passkeys for good, and the account's other sessions.
 *
 * @param keep the session that is not ended; null for none
 */
public record RemovePasskey(UUID passkey, @Nullable UUID keep) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "passkey.remove";

    static final Reversal REVERSAL = Reversal.NONE;

    static RemovePasskey from(Params params) {
        return new RemovePasskey(params.id("passkey"), params.optionalId("keep").orElse(null));
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
