package io.frontless.assistant.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which models a workspace lets its assistant ask, and how much of them.
 *
 * @param region the one region that providers may be in; null for any
 * @param centsPerDay null for no bound but that of tokens
 * @param version counts its changes, from 1
 */
public record AssistantPolicy(
        List<String> providers,
        boolean zeroRetention,
        @Nullable String region,
        long tokensPerDay,
        @Nullable Long centsPerDay,
        long version) {

    /** Of a workspace that never set one: no model is told anything. */
    static final AssistantPolicy NONE = new AssistantPolicy(List.of(), false, null, 0, null, 1);

    public AssistantPolicy {
        providers = List.copyOf(providers);
    }

    /** Why a provider may not be asked under this policy; null where it may. */
    @Nullable
    String objection(ModelProvider provider) {
        if (zeroRetention && !provider.zeroRetention()) {
            return "zero retention, which " + provider.name() + " does not promise";
        }
        return region == null || region.equals(provider.region())
                ? null
                : "a provider in " + region + ", and not in " + provider.region();
    }

    /** Whether a provider is asked under this policy. */
    public boolean asks(ModelProvider provider) {
        return providers.contains(provider.name()) && objection(provider) == null;
    }

    /** The most that a day may cost, in millionths of the unit of prices. */
    long microsPerDay() {
        return centsPerDay == null ? Long.MAX_VALUE : centsPerDay * 10_000;
    }
}
