package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the caller's account a new address, which a mailed link has confirmed. */
public record ChangeAddress(UUID link, String email) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "address.change";

    static final Reversal REVERSAL = Reversal.NONE;

    static ChangeAddress from(Params params) {
        return new ChangeAddress(params.id("link"), params.text("email"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("link", link.toString(), "email", email);
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
