package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a workspace relies on an OpenID provider.
 *
 * @param label what people call it
 * @param issuer its issuer identifier, exactly as its tokens name it (OpenID Connect Discovery §3)
 * @param clientId what it knows the product as
 * @param secret the id under which the client secret was put aside; never the secret
 * @param domains the mail domains whose addresses it may speak for
 * @param role the role of whoever comes in by it for the first time
 * @param admits whether people who were never members come in by it without having been invited or provisioned
 * @param exclusive whether members who are not owners come in by it alone
 * @param maxAgeMinutes how long ago, at most, people may have signed in at the provider; null for as long as it pleases
 */
public record ProviderTerms(
        String label,
        String issuer,
        String clientId,
        UUID secret,
        List<String> domains,
        String role,
        boolean admits,
        boolean exclusive,
        @Nullable Integer maxAgeMinutes) {

    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final int AGE_MINUTES_MAX = 10_080;

    public ProviderTerms {
        PersonNames.require(label);
        OAuthClient.requireIssuer(issuer);
        OAuthClient.requireClientId(clientId);
        domains = domains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .toList();
        domains.forEach(ProviderTerms::requireDomain);
        if (domains.isEmpty() || domains.size() > Limits.PROVIDER_DOMAINS_MAX) {
            throw Rejection.invalid("domains", "1 to " + Limits.PROVIDER_DOMAINS_MAX + " domains", domains.size());
        }
        RoleKey.require("role", role);
        WholeNumber.require("maxAgeMinutes", maxAgeMinutes, 1, AGE_MINUTES_MAX);
    }

    static ProviderTerms from(Params params) {
        return new ProviderTerms(
                params.text("label"),
                params.text("issuer"),
                params.text("clientId"),
                params.id("secret"),
                params.texts("domains"),
                params.text("role"),
                params.flag("admits"),
                params.flag("exclusive"),
                params.optionalWholeNumber("maxAgeMinutes", 1, AGE_MINUTES_MAX)
                        .map(Math::toIntExact)
                        .orElse(null));
    }

    /** As plans write them, and events too. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("label", label);
        params.put("issuer", issuer);
        params.put("clientId", clientId);
        params.put("secret", secret.toString());
        params.put("domains", domains);
        params.put("role", role);
        params.put("admits", admits);
        params.put("exclusive", exclusive);
        if (maxAgeMinutes != null) {
            params.put("maxAgeMinutes", BigDecimal.valueOf(maxAgeMinutes));
        }
        return params;
    }

    private static void requireDomain(String domain) {
        if (domain.length() > 253 || !DOMAIN.matcher(domain).matches()) {
            throw Rejection.invalid("domains", "domains such as example.com", domain);
        }
    }
}
