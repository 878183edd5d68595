package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes one record of two: what refers to {@code from} then refers to {@code into}, which takes over values that it has not, and {@code from} is deleted. */
public record MergeRecords(String entity, UUID into, UUID from) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "record.merge";

    static final Reversal REVERSAL = Reversal.EXACT;

    public MergeRecords {
        Keys.require("entity", entity);
        if (into.equals(from)) {
            throw Rejection.invalid("from", "another record", from);
        }
    }

    static MergeRecords from(Params params) {
        return new MergeRecords(params.text("entity"), params.id("into"), params.id("from"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("entity", entity, "into", into.toString(), "from", from.toString());
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.READ;
    }
}
