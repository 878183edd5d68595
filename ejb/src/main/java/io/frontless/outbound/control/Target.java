package io.frontless.outbound.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** Where a request goes: an https address, its host in the one form that it is listed, looked up and verified by. */
record Target(URI uri, String host, int port) {

    private static final int HTTPS = 443;
    private static final int PORT_MAX = 65_535;

    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern OCTETS = Pattern.compile(
            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]+]");

    /** Reads an address; one that two readers could understand differently is refused. */
    static Target of(String url) {
        if (url.length() > Limits.OUTBOUND_URL_CHARS_MAX) {
            throw refused(url);
        }
        try {
            URI uri = new URI(url);
            String host = uri.getHost();
            boolean plain = "https".equalsIgnoreCase(uri.getScheme())
                    && host != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && !uri.getRawAuthority().contains("%");
            if (!plain) {
                throw refused(url);
            }
            int port = uri.getPort() == -1 ? HTTPS : uri.getPort();
            String canonical = canonical(host);
            if (!isHost(canonical) || port < 1 || port > PORT_MAX) {
                throw refused(url);
            }
            String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return new Target(new URI("https://" + canonical + ":" + port + path + query), canonical, port);
        } catch (URISyntaxException e) {
            throw refused(url);
        }
    }

    /** An address that a redirect names, which may be relative to this one. */
    Target redirected(String location) {
        try {
            return of(uri.resolve(new URI(location)).toString());
        } catch (URISyntaxException e) {
            throw refused(location);
        }
    }

    /** Whether another target is the same server, which may see what this one was sent. */
    boolean sameServer(Target other) {
        return host.equals(other.host) && port == other.port;
    }

    /** Small letters, and without the dot that a full name may end with. */
    static String canonical(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** A name whose last label begins with a letter, or an address in its usual form: 2130706433, 0x7f.1 and 0177.0.0.1 are neither. */
    static boolean isHost(String host) {
        return NAME.matcher(host).matches()
                || OCTETS.matcher(host).matches()
                || IPV6.matcher(host).matches();
    }

    private static Rejection refused(String url) {
        return Rejection.invalid("url", "an https address with a plain host name", url);
    }
}
