package io.frontless.outbound.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whom the product may call. {@code frontless.outbound.hosts} are on the Internet; {@code frontless.outbound.private-hosts} may be at loopback, link-local
 * and private addresses, too.
 */
@Dependent
public class OutboundConfig {

    private final OutboundPolicy policy;

    @Inject
    public OutboundConfig(
            @ConfigProperty(name = "frontless.outbound.hosts") Optional<String> hosts,
            @ConfigProperty(name = "frontless.outbound.private-hosts") Optional<String> privateHosts) {
        this.policy = OutboundPolicy.of(hosts.orElse(""), privateHosts.orElse(""));
    }

    OutboundPolicy policy() {
        return policy;
    }
}
