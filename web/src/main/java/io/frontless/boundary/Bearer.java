package io.frontless.boundary;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The token in a request's {@code Authorization: Bearer} header (RFC 6750 §2.1): a session's, which is opaque, or a client's, which is a JWT. */
final class Bearer {

    private static final String SCHEME = "Bearer ";

    private Bearer() {}

    /** The token, if the request has such a header. */
    static Optional<String> of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /** Whether a token is a JWT, whose parts are separated by dots (RFC 7519 §3); a session's has none. */
    static boolean isJwt(String token) {
        return token.indexOf('.') >= 0;
    }

    /** Whether a token is an API key as it is, its id and its secret with a tilde in between. */
    static boolean isKey(String token) {
        return token.indexOf('~') >= 0;
    }
}
