package io.frontless.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The names that this installation answers to: that of {@code frontless.web.public-url}, those of {@code frontless.web.hosts}, and this machine's own. A
 * request under any other was meant for somebody else, or made up.
 */
@ApplicationScoped
public class PublicHosts {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    @Inject
    @ConfigProperty(name = "frontless.web.public-url")
    String publicUrl;

    @Inject
    @ConfigProperty(name = "frontless.web.hosts")
    Optional<String> more;

    /** Whether a request names one of them, with the port that it came to, the public one, or none. */
    boolean include(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Host"));
        // Two of them are none (RFC 9112 §3.2): whoever stands in between may have believed the other.
        URI named = headers.size() == 1 ? parsed(headers.get(0).toLowerCase(Locale.ROOT)) : null;
        if (named == null || named.getHost() == null) {
            return false;
        }
        int port = named.getPort();
        boolean known = port == -1 || port == request.getLocalPort() || port == url().getPort();
        return known && (LOCAL.contains(named.getHost()) || names().contains(named.getHost()));
    }

    /** Whether people reach this installation at a name of its own, and this request does. */
    boolean isPublic(HttpServletRequest request) {
        return !LOCAL.contains(url().getHost())
                && !LOCAL.contains(request.getServerName().toLowerCase(Locale.ROOT));
    }

    private Set<String> names() {
        return Stream.concat(
                        Stream.of(String.valueOf(url().getHost())),
                        Arrays.stream(more.orElse("").split(",", -1)))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private URI url() {
        return URI.create(publicUrl);
    }

    /** Nothing for what is not a host and a port, such as one with a user's name or a path. */
    private static @Nullable URI parsed(String authority) {
        if (!authority.matches("[a-z0-9.\\-\\[\\]:]{1,300}")) {
            return null;
        }
        try {
            return new URI("https://" + authority);
        } catch (URISyntaxException e) {
            return null;
        }
    }
}
