package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Removes from the database what an archive has of the log: everything from a position of the tree to another that no legal hold keeps. The archive is named by its hash. */
public record RemoveArchived(long from, long to, String file, String sha256) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "retention.remove";

    static final Reversal REVERSAL = Reversal.NONE;

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public RemoveArchived {
        if (from < 0 || to <= from) {
            throw Rejection.invalid("to", "a position after " + from, to);
        }
        if (!HASH.matcher(sha256).matches()) {
            throw Rejection.invalid("sha256", "a hash in hexadecimal", sha256);
        }
    }

    static RemoveArchived from(Params params) {
        return new RemoveArchived(
                position(params, "from"), position(params, "to"), params.text("file"), params.text("sha256"));
    }

    private static long position(Params params, String name) {
        BigDecimal position = params.optionalNumber(name).orElse(BigDecimal.ONE.negate());
        try {
            return position.longValueExact();
        } catch (ArithmeticException fraction) {
            throw Rejection.invalid(name, "a position", position);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("from", BigDecimal.valueOf(from), "to", BigDecimal.valueOf(to), "file", file, "sha256", sha256);
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.REMOVE_ARCHIVED;
    }
}
