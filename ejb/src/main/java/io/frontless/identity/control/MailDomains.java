package io.frontless.identity.control;

import io.frontless.kernel.Rejection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whose addresses can have an account, as this installation's administrator sees it: {@code frontless.identity.mail-domains.allowed} lets in what the list of
 * freemail providers refuses, {@code frontless.identity.mail-domains.denied} refuses more. A domain stands for all below it.
 */
@ApplicationScoped
public class MailDomains {

    private final BusinessAddress.Said said;

    /** For the container's proxy. */
    protected MailDomains() {
        said = BusinessAddress.Said.NOTHING;
    }

    @Inject
    public MailDomains(
            @ConfigProperty(name = "frontless.identity.mail-domains.allowed") Optional<String> allowed,
            @ConfigProperty(name = "frontless.identity.mail-domains.denied") Optional<String> denied) {
        said = new BusinessAddress.Said(domains("allowed", allowed.orElse("")), domains("denied", denied.orElse("")));
    }

    /** Looked at when the application starts: a wrong setting is found then. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    /** The address in its one form; refused as INVALID where it is not a business's, or the administrator does not want it. */
    public String require(String given) {
        return BusinessAddress.require(given, said);
    }

    private static Set<String> domains(String setting, String names) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isBlank())
                .map(name -> domain(setting, name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String domain(String setting, String name) {
        try {
            return BusinessAddress.canonicalDomain(name);
        } catch (Rejection e) {
            throw new IllegalStateException(
                    "frontless.identity.mail-domains." + setting + ": expected a domain, found " + name, e);
        }
    }
}
