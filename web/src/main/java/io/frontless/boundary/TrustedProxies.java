package io.frontless.boundary;

import io.frontless.outbound.control.Network;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Whose word for the address of a client is taken: {@code frontless.identity.trusted-proxies} are networks, such as {@code 10.1.0.0/24}, of proxies that add the
 * address that they were called from to {@code X-Forwarded-For}. Without any, the header is what it is of a stranger: a claim, which nobody looks at.
 */
@ApplicationScoped
public class TrustedProxies {

    /** Proxies that one request goes through: more are none of an installation of ours, and the header is the client's to fill. */
    private static final int HOPS_MAX = 10;

    private static final String ONE_ADDRESS = "/32";

    private final List<Network> networks;

    /** For the container's proxy. */
    protected TrustedProxies() {
        networks = List.of();
    }

    @Inject
    public TrustedProxies(@ConfigProperty(name = "frontless.identity.trusted-proxies") Optional<String> given) {
        networks = Arrays.stream(given.orElse("").split(",", -1))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(TrustedProxies::network)
                .toList();
    }

    /** Looked at when the application starts, and not only at its first request: a wrong setting is found then. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {}

    /**
     * Where a request comes from: the last address that no trusted proxy has. What stands before it in the header was said by somebody else, and is not believed.
     *
     * @param connected the address of the connection
     * @param forwarded the header's values, the first one first
     */
    String client(@Nullable String connected, List<String> forwarded) {
        String client = String.valueOf(connected);
        List<String> hops = forwarded.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        int last = Math.max(0, hops.size() - HOPS_MAX);
        for (int at = hops.size() - 1; at >= last && isTrusted(client); at--) {
            if (!Network.isAddress(hops.get(at))) {
                return client;
            }
            client = hops.get(at);
        }
        return client;
    }

    private boolean isTrusted(String address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    private static Network network(String text) {
        try {
            boolean single = text.indexOf('/') < 0;
            return Network.of(single ? text + (text.indexOf(':') < 0 ? ONE_ADDRESS : "/128") : text);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "frontless.identity.trusted-proxies: expected networks such as 10.1.0.0/24, found " + text, e);
        }
    }
}
