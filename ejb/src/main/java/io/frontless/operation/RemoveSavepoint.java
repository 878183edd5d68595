package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Removes a mark. */
public record RemoveSavepoint(String savepoint) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "savepoint.remove";

    static final Reversal REVERSAL = Reversal.EXACT;

    public RemoveSavepoint {
        if (savepoint.isBlank() || savepoint.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("savepoint", "1 to " + Limits.TEXT_CHARS_MAX + " characters", savepoint);
        }
    }

    static RemoveSavepoint from(Params params) {
        return new RemoveSavepoint(params.text("savepoint"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("savepoint", savepoint);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.UPDATE;
    }
}
