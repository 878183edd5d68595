package io.frontless.operation;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the next version of a key of the installation, which is used from then on; what the older ones wrap is wrapped anew in the background. For the operator. */
public record RotateInstallationKey(InstallationKey key) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "installation-key.rotate";

    static final Reversal REVERSAL = Reversal.NONE;

    static RotateInstallationKey from(Params params) {
        return new RotateInstallationKey(params.choice("key", InstallationKey.class));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("key", key.name().toLowerCase(Locale.ROOT));
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
        return Permission.OPERATE_KEYS;
    }
}
