package io.frontless.outbound.control;

import io.frontless.kernel.Rejection;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/** Which hosts may be called, and which of them at private addresses. Nothing is listed at first. */
record OutboundPolicy(List<ListedHost> hosts, List<ListedHost> privateHosts) {

    /** Reads two lists, separated by commas; a mistake in them ends the start. */
    static OutboundPolicy of(String hosts, String privateHosts) {
        List<ListedHost> anywhere = list(privateHosts);
        if (anywhere.stream().anyMatch(host -> host.name().startsWith("*"))) {
            throw new IllegalArgumentException("private hosts are listed one by one, found " + privateHosts);
        }
        return new OutboundPolicy(list(hosts), anywhere);
    }

    /** Refuses a target that is not listed. */
    void require(Target target) {
        boolean listed = hosts.stream().anyMatch(host -> host.matches(target))
                || privateHosts.stream().anyMatch(host -> host.matches(target));
        if (!listed) {
            throw Rejection.invalid("url", "a host that the administrator lists", target.host() + ":" + target.port());
        }
    }

    /** Whether a listed host may be at an address: a public one, or one that is listed for it. */
    boolean allows(Target target, InetAddress address) {
        boolean listed = hosts.stream().anyMatch(host -> host.matches(target));
        return (listed && PublicAddresses.contains(address))
                || privateHosts.stream().filter(host -> host.matches(target)).anyMatch(host -> host.network()
                        .map(network -> network.contains(address))
                        .orElse(true));
    }

    private static List<ListedHost> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(ListedHost::of)
                .toList();
    }
}
