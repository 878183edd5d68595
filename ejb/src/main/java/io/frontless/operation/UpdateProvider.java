package io.frontless.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Changes how the workspace relies on its provider; whatever is not said anew is not there any more. */
public record UpdateProvider(UUID provider, ProviderTerms terms) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "idp.update";

    static final Reversal REVERSAL = Reversal.EXACT;

    static UpdateProvider from(Params params) {
        return new UpdateProvider(params.id("provider"), ProviderTerms.from(params));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("provider", provider.toString());
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
