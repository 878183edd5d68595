package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Approves another person's plan, which cannot be taken back, or refuses it.
 *
 * @param hash the hash of the preview that was looked at
 */
public record DecideApproval(
        UUID plan, String hash, Verdict verdict, @Nullable String reason) implements Operation {

    /** What somebody says to a plan. */
    public enum Verdict {
        APPROVE,
        REFUSE
    }

    /** The name in plans and events. */
    public static final String NAME = "approval.decide";

    static final Reversal REVERSAL = Reversal.COMPENSATING;

    public DecideApproval {
        if (hash.isBlank() || hash.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("hash", "the hash of the preview", hash);
        }
        if (reason != null && (reason.isBlank() || reason.length() > Limits.TEXT_CHARS_MAX)) {
            throw Rejection.invalid("reason", "none, or 1 to " + Limits.TEXT_CHARS_MAX + " characters", reason);
        }
    }

    static DecideApproval from(Params params) {
        return new DecideApproval(
                params.id("plan"),
                params.text("hash"),
                params.choice("verdict", Verdict.class),
                params.optionalText("reason").orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("plan", plan.toString());
        params.put("hash", hash);
        params.put("verdict", verdict.name().toLowerCase(Locale.ROOT));
        if (reason != null) {
            params.put("reason", reason);
        }
        return params;
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.APPROVE;
    }
}
