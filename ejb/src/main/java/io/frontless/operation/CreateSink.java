package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Has the log exported to somewhere as it grows, from its beginning on; {@code id} is the sink's, and the engine chooses it. */
public record CreateSink(UUID id, SinkTerms terms) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "sink.create";

    static final Reversal REVERSAL = Reversal.EXACT;

    static CreateSink from(Params params) {
        return new CreateSink(params.id("id"), SinkTerms.from(params));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("id", id.toString());
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
