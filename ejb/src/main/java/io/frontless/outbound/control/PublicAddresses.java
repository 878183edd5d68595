package io.frontless.outbound.control;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Which addresses belong to the public Internet, by IANA's registries of special-purpose addresses (RFC 6890). */
final class PublicAddresses {

    private static final List<Network> SPECIAL_V4 = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // Link-local, where clouds answer questions about the machine (169.254.169.254).
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            // Multicast, reserved, and broadcast.
            "224.0.0.0/3");

    /** Whatever is not in it is loopback, unique local, link-local, multicast, mapped, translated or not assigned. */
    private static final Network GLOBAL_V6 = Network.of("2000::/3");

    private static final List<Network> SPECIAL_V6 = networks(
            "2001::/23",
            "2001:db8::/32",
            // 6to4 holds an IPv4 address, of any kind.
            "2002::/16",
            "3fff::/20");

    private PublicAddresses() {}

    /** Whether it is one. Java has made an IPv4 address of an IPv6 one that only maps it. */
    static boolean contains(InetAddress address) {
        if (address instanceof Inet4Address) {
            return SPECIAL_V4.stream().noneMatch(network -> network.contains(address));
        }
        return GLOBAL_V6.contains(address) && SPECIAL_V6.stream().noneMatch(network -> network.contains(address));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }
}
