package io.frontless.federation.boundary;

import io.frontless.federation.control.ProviderView;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ProviderTerms;
import io.frontless.workspace.control.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a provider, as it was sent or as the provider is; the secret is never shown again.
 *
 * @param provider which one it changes; empty for a new one
 * @param domains separated by blanks, commas or lines
 * @param minutes how long ago people may have signed in, or nothing
 */
public record ProviderForm(
        String provider,
        String label,
        String issuer,
        String clientId,
        String domains,
        String role,
        boolean admits,
        boolean exclusive,
        String minutes) {

    static ProviderForm empty() {
        return new ProviderForm("", "", "", "", "", Role.MEMBER.key(), true, false, "");
    }

    static ProviderForm of(ProviderView view) {
        Integer minutes = view.maxAgeMinutes();
        return new ProviderForm(
                view.provider().toString(),
                view.label(),
                view.issuer(),
                view.clientId(),
                String.join(" ", view.domains()),
                view.role(),
                view.admits(),
                view.exclusive(),
                minutes == null ? "" : minutes.toString());
    }

    static ProviderForm sent(HttpServletRequest request) {
        return new ProviderForm(
                text(request, "provider"),
                text(request, "label"),
                text(request, "issuer"),
                text(request, "clientId"),
                text(request, "domains"),
                text(request, "role"),
                !text(request, "admits").isEmpty(),
                !text(request, "exclusive").isEmpty(),
                text(request, "minutes"));
    }

    /** Whether it is of a provider that is connected already. */
    public boolean isKnown() {
        return !provider.isEmpty();
    }

    /** What is asked for, with a secret that was put aside. */
    ProviderTerms terms(UUID secret) {
        List<String> named = Arrays.stream(domains.split("[\\s,;]+"))
                .filter(domain -> !domain.isEmpty())
                .toList();
        return new ProviderTerms(label, issuer, clientId, secret, named, role, admits, exclusive, age());
    }

    private @Nullable Integer age() {
        if (minutes.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(minutes);
        } catch (NumberFormatException e) {
            throw Rejection.invalid("maxAgeMinutes", "a whole number, or nothing", minutes);
        }
    }

    private static String text(HttpServletRequest request, String name) {
        return RequestParameter.text(request, name).map(String::strip).orElse("");
    }
}
