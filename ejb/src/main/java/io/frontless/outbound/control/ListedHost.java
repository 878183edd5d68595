package io.frontless.outbound.control;

import java.util.Optional;

/**
 * A host that may be called, as an administrator writes it: {@code api.example.com}, {@code *.example.com:8443}, or {@code *}. A private one may name
 * the network that its address must be in: {@code idp.intern.example=10.20.0.0/16}.
 */
record ListedHost(String name, int port, Optional<Network> network) {

    private static final int HTTPS = 443;
    private static final String ANY = "*";

    static ListedHost of(String text) {
        String[] parts = text.split("=", -1);
        String host = parts[0];
        int port = HTTPS;
        int colon = host.lastIndexOf(':');
        if (colon > host.lastIndexOf(']')) {
            port = Integer.parseInt(host.substring(colon + 1));
            host = host.substring(0, colon);
        }
        String canonical = Target.canonical(host);
        String named = canonical.startsWith("*.") ? canonical.substring(2) : canonical;
        if (parts.length > 2 || !(named.equals(ANY) || Target.isHost(named))) {
            throw new IllegalArgumentException("not a host: " + text);
        }
        return new ListedHost(
                canonical, port, parts.length == 2 ? Optional.of(Network.of(parts[1])) : Optional.empty());
    }

    /** Whether this is the server that a target names. */
    boolean matches(Target target) {
        return port == target.port() && matches(target.host());
    }

    boolean matches(String host) {
        return name.equals(ANY) || name.equals(host) || (name.startsWith("*.") && host.endsWith(name.substring(1)));
    }
}
