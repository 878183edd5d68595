package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the next version of the workspace's key: it seals new secrets at once, and in the background what older ones sealed. It takes nothing away, so it waits
 * for nobody: a key that somebody may know must not. */
public record RotateKey() implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "key.rotate";

    static final Reversal REVERSAL = Reversal.NONE;

    static RotateKey from(Params params) {
        return new RotateKey();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of();
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public boolean needsApproval() {
        return false;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_KEYS;
    }
}
