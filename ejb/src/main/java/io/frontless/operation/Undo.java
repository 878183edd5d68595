package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes events back, the latest first, each by its inverse; it stands for those and leaves no event of its own.
 *
 * @param dependents whether what was built on the events later is taken back with them
 */
public record Undo(UndoTarget target, OnConflict onConflict, boolean dependents) implements Operation {

    /** The name in plans. */
    public static final String NAME = "undo";

    static final Reversal REVERSAL = Reversal.EXACT;

    /** What to do about an event that cannot simply be taken back. */
    public enum OnConflict {
        /** Take nothing back, and tell every conflict. */
        ABORT,
        /** Leave that event, and tell so. */
        SKIP,
        /** Overwrite later edits, and tell which; any other conflict still aborts. */
        FORCE
    }

    /** Takes it back or, where that is not possible as it is, nothing. */
    public static Undo of(UndoTarget target) {
        return new Undo(target, OnConflict.ABORT, false);
    }

    /** Reads a target, {@code onConflict} (abort where it is left out) and {@code dependents}. */
    public static Undo from(Params params) {
        return new Undo(
                UndoTarget.from(params),
                params.has("onConflict") ? params.choice("onConflict", OnConflict.class) : OnConflict.ABORT,
                params.flag("dependents"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>(target.params());
        params.put("onConflict", onConflict.name().toLowerCase(Locale.ROOT));
        params.put("dependents", dependents);
        return params;
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    /** To look is enough: every step of it asks for its own. */
    @Override
    public Permission permission() {
        return Permission.READ;
    }
}
