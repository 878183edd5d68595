package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Declares a provider of another service, so that people can connect it. What is taken back by its removal stays as it was. */
public record DeclareConnectionProvider(UUID id, ConnectionTerms terms) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "connection-provider.declare";

    static final Reversal REVERSAL = Reversal.EXACT;

    static DeclareConnectionProvider from(Params params) {
        return new DeclareConnectionProvider(params.id("id"), ConnectionTerms.from(params));
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
        return Permission.MANAGE_CONNECTIONS;
    }
}
