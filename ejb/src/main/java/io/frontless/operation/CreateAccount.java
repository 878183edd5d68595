package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the account of a confirmed address, with the caller as its person. What waited under the mailed link is named by its id. */
public record CreateAccount(UUID link, String email, String called) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "account.create";

    static final Reversal REVERSAL = Reversal.NONE;

    public CreateAccount {
        PersonNames.require(called);
    }

    static CreateAccount from(Params params) {
        return new CreateAccount(params.id("link"), params.text("email"), params.text("name"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("link", link.toString(), "email", email, "name", called);
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
