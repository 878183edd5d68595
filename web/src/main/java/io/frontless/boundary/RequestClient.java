package io.frontless.boundary;

import io.frontless.identity.control.Client;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** Where a request comes from. */
public final class RequestClient {

    private static final int PREFIX_GROUPS = 4;

    private static final String ADDRESS = "frontless.client";

    private RequestClient() {}

    /** Notes the address that a request comes from. */
    static void note(HttpServletRequest request, String address) {
        request.setAttribute(ADDRESS, address);
    }

    /** The client of a request, by its connection or the word of a trusted proxy; what it says of itself is only kept. */
    public static Client of(HttpServletRequest request) {
        return of(request, SessionCookie.device(request).orElse(null));
    }

    /** The same for a client that shows the browser's token in its own way. */
    public static Client of(HttpServletRequest request, @Nullable String device) {
        String agent = request.getHeader("User-Agent");
        Object noted = request.getAttribute(ADDRESS);
        String address = noted instanceof String text ? text : request.getRemoteAddr();
        return new Client(network(address), agent == null ? "" : agent, device);
    }

    /** An IPv4 address, or the /64 of an IPv6 one: its subscriber has all of it. */
    static String network(String address) {
        if (!address.contains(":")) {
            return address;
        }
        String[] groups = address.replaceAll("%.*", "").split(":", -1);
        StringBuilder network = new StringBuilder();
        for (int at = 0; at < Math.min(PREFIX_GROUPS, groups.length) && !groups[at].isEmpty(); at++) {
            network.append(groups[at]).append(':');
        }
        return network.append(':').toString();
    }
}
