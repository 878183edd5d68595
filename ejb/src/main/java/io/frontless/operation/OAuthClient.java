package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What every client of a provider has. */
final class OAuthClient {

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private OAuthClient() {}

    /** Refuses as INVALID what is no https address without query and fragment (OpenID Connect Core §2, RFC 8414 §2). */
    static void requireIssuer(String issuer) {
        try {
            URI uri = new URI(issuer);
            boolean plain = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (!plain) {
                throw Rejection.invalid("issuer", "an https address without query and fragment", issuer);
            }
        } catch (URISyntaxException e) {
            throw Rejection.invalid("issuer", "an https address", issuer);
        }
    }

    /** Refuses as INVALID what no provider knows a client as. */
    static void requireClientId(String clientId) {
        if (!PRINTABLE.matcher(clientId).matches()) {
            throw Rejection.invalid("clientId", "1 to 255 printable characters", clientId);
        }
    }
}
