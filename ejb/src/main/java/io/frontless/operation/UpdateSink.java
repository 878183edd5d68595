package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes where or how the log is exported; it goes on where it was. */
public record UpdateSink(UUID sink, SinkTerms terms) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "sink.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    static UpdateSink from(Params params) {
        return new UpdateSink(params.id("sink"), SinkTerms.from(params));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("sink", sink.toString());
        params.putAll(terms.params());
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
