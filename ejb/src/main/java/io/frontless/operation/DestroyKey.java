package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Destroys an old version of the workspace's key that seals nothing any more. Nothing is lost by it, so it waits for nobody. */
public record DestroyKey(int version) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "key.destroy";

    private static final int VERSION_MAX = 1_000_000;

    static final Reversal REVERSAL = Reversal.NONE;

    public DestroyKey {
        requireVersion(version);
    }

    static DestroyKey from(Params params) {
        return new DestroyKey(version(params));
    }

    static int version(Params params) {
        BigDecimal version = params.optionalNumber("version").orElse(BigDecimal.ZERO);
        try {
            return version.intValueExact();
        } catch (ArithmeticException fraction) {
            throw Rejection.invalid("version", "a whole number", version);
        }
    }

    static void requireVersion(int version) {
        if (version < 1 || version > VERSION_MAX) {
            throw Rejection.invalid("version", "1 to " + VERSION_MAX, version);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("version", BigDecimal.valueOf(version));
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
