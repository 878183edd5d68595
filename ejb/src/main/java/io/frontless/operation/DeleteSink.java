package io.frontless.operation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ends the exports to a sink. */
public record DeleteSink(UUID sink) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "sink.delete";

    static final Reversal REVERSAL = Reversal.TOMBSTONE;

    static DeleteSink from(Params params) {
        return new DeleteSink(params.id("sink"));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        return Map.of("sink", sink.toString());
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
