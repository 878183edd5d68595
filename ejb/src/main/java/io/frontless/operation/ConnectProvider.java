package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets people sign in at an OpenID provider; its id stands for an actor, so the engine chooses it. */
public record ConnectProvider(UUID id, ProviderTerms terms) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "idp.connect";

    static final Reversal REVERSAL = Reversal.EXACT;

    static ConnectProvider from(Params params) {
        return new ConnectProvider(params.id("id"), ProviderTerms.from(params));
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
