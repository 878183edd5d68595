package io.frontless.outbound.control;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/**
 * The only addresses that the HTTP client gets to know: looked up once for a connection, and each of them checked. As it connects to those and asks
 * nobody again, a name that means another address a moment later (DNS rebinding) gains nothing.
 */
final class CheckedAddresses implements DnsResolver {

    private final OutboundPolicy policy;
    private final NameResolver names;

    CheckedAddresses(OutboundPolicy policy, NameResolver names) {
        this.policy = policy;
        this.names = names;
    }

    /** One address that is not allowed spoils them all: an honest host has none. */
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        Target target = Target.of("https://" + bracketed(host) + ":" + port);
        List<InetAddress> addresses = names.resolve(host);
        if (addresses.isEmpty() || !addresses.stream().allMatch(address -> policy.allows(target, address))) {
            throw new AddressRefused(host);
        }
        return addresses.stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Never called by a client that knows the port; without it there is nothing to check by. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new AddressRefused(host);
    }

    /** Only used where names are asked for by address, which is nowhere. */
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /** A host at an address that it may not be at. */
    static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused(String host) {
            super(host);
        }
    }
}
