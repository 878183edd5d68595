package io.frontless.operation;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Destroys every key of the workspace, and with them every secret that it keeps: they never open again, for nobody. It waits for another person's approval. */
public record ShredKeys() implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "key.shred";

    static final Reversal REVERSAL = Reversal.NONE;

    static ShredKeys from(Params params) {
        return new ShredKeys();
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
    public Permission permission() {
        return Permission.MANAGE_KEYS;
    }
}
