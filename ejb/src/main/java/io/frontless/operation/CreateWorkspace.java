package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Founds a workspace with the caller as its owner. Nothing was there before, so there is nothing to take back. */
public record CreateWorkspace(String label) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "workspace.create";

    static final Reversal REVERSAL = Reversal.NONE;

    public CreateWorkspace {
        if (label.isBlank() || label.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("label", "1 to " + Limits.TEXT_CHARS_MAX + " characters", label);
        }
    }

    static CreateWorkspace from(Params params) {
        return new CreateWorkspace(params.text("label"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("label", label);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.FOUND_WORKSPACE;
    }
}
