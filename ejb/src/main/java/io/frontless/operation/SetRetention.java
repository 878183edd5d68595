package io.frontless.operation;

import io.frontless.kernel.Limits;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sets for how many days the log is kept in the database before it goes to archives; for ever where it says nothing. */
public record SetRetention(@Nullable Integer keepDays) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "retention.set";

    static final Reversal REVERSAL = Reversal.EXACT;

    public SetRetention {
        WholeNumber.require("keepDays", keepDays, 1, Limits.RETENTION_DAYS_MAX);
    }

    static SetRetention from(Params params) {
        return new SetRetention(params.optionalWholeNumber("keepDays", 1, Limits.RETENTION_DAYS_MAX)
                .map(Math::toIntExact)
                .orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        if (keepDays != null) {
            params.put("keepDays", BigDecimal.valueOf(keepDays));
        }
        return params;
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_ROLES;
    }
}
