package io.frontless.operation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Destroys an old version of a key of the installation that nothing needs any more. For the operator. */
public record DestroyInstallationKey(InstallationKey key, int version) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "installation-key.destroy";

    static final Reversal REVERSAL = Reversal.NONE;

    public DestroyInstallationKey {
        DestroyKey.requireVersion(version);
    }

    static DestroyInstallationKey from(Params params) {
        return new DestroyInstallationKey(params.choice("key", InstallationKey.class), DestroyKey.version(params));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("key", key.name().toLowerCase(Locale.ROOT), "version", BigDecimal.valueOf(version));
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
