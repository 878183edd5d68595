package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Changes what the caller is called. */
public record RenameAccount(String called) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "account.rename";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RenameAccount {
        PersonNames.require(called);
    }

    static RenameAccount from(Params params) {
        return new RenameAccount(params.text("name"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("name", called);
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
