package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes what the caller calls one of their passkeys. */
public record RenamePasskey(UUID passkey, String label) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "passkey.rename";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RenamePasskey {
        PersonNames.require("label", label);
    }

    /** What somebody calls a passkey, without what surrounds it; refused as INVALID where it is not one line. */
    public static String requireLabel(String given) {
        String label = given.strip();
        PersonNames.require("label", label);
        return label;
    }

    static RenamePasskey from(Params params) {
        return new RenamePasskey(params.id("passkey"), params.text("label"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("passkey", passkey.toString(), "label", label);
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
