package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sets which models the workspace's assistant may ask, and how much of them. A provider that is not named is never told anything.
 *
 * @param providers names of those that the installation declares, the first to be asked first; none for the offline planner alone
 * @param zeroRetention whether only providers may be asked that keep nothing
 * @param region the one region that providers may be in; null for any
 * @param tokensPerDay how many tokens may be sent and received in a day (UTC)
 * @param centsPerDay what they may cost, in hundredths of the unit of the installation's prices; null for no bound but that of tokens
 */
public record SetAssistantPolicy(
        List<String> providers,
        boolean zeroRetention,
        @Nullable String region,
        long tokensPerDay,
        @Nullable Long centsPerDay)
        implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "assistant.policy.set";

    static final Reversal REVERSAL = Reversal.EXACT;

    private static final Pattern PROVIDER = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public SetAssistantPolicy {
        providers = List.copyOf(providers);
        boolean plain =
                providers.stream().allMatch(name -> PROVIDER.matcher(name).matches());
        if (!plain
                || providers.size() > Limits.MODEL_PROVIDERS_MAX
                || new HashSet<>(providers).size() < providers.size()) {
            throw Rejection.invalid(
                    "providers", "at most " + Limits.MODEL_PROVIDERS_MAX + " names that differ", providers);
        }
        WholeNumber.require("tokensPerDay", tokensPerDay, 0, Limits.MODEL_DAY_MAX);
        WholeNumber.require("centsPerDay", centsPerDay, 0, Limits.MODEL_DAY_MAX);
    }

    static SetAssistantPolicy from(Params params) {
        if (!params.has("zeroRetention")) {
            // To leave it out could mean both.
            throw Rejection.invalid("zeroRetention", "true or false", "nothing");
        }
        return new SetAssistantPolicy(
                params.texts("providers"),
                params.flag("zeroRetention"),
                params.optionalText("region").orElse(null),
                params.optionalWholeNumber("tokensPerDay", 0, Limits.MODEL_DAY_MAX)
                        .orElse(0L),
                params.optionalWholeNumber("centsPerDay", 0, Limits.MODEL_DAY_MAX)
                        .orElse(null));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("providers", providers);
        params.put("zeroRetention", zeroRetention);
        if (region != null) {
            params.put("region", region);
        }
        params.put("tokensPerDay", BigDecimal.valueOf(tokensPerDay));
        if (centsPerDay != null) {
            params.put("centsPerDay", BigDecimal.valueOf(centsPerDay));
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
