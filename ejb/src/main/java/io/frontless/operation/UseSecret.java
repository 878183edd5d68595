package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells that a secret is opened, and for what. It changes nothing and carries nothing of the secret; the vault alone has it written down. */
public record UseSecret(UUID secret, String purpose) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "secret.use";

    static final Reversal REVERSAL = Reversal.NOTHING;

    public UseSecret {
        if (purpose.isBlank() || purpose.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("purpose", "1 to " + Limits.TEXT_CHARS_MAX + " characters", purpose);
        }
    }

    static UseSecret from(Params params) {
        return new UseSecret(params.id("secret"), params.text("purpose"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("secret", secret.toString(), "purpose", purpose);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.USE_SECRETS;
    }
}
