package io.frontless.boundary;

import io.frontless.identity.control.SignedIn;
import io.frontless.kernel.Limits;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookie that carries a session's token. Its {@code __Host-} prefix (RFC 6265bis §4.1.3.2) makes browsers insist on HTTPS, on this
 * host alone and on the whole site; SameSite keeps it off other sites' POST requests.
 */
public final class SessionCookie {

    /** The name, as clients see it. */
    public static final String NAME = "__Host-frontless";

    private SessionCookie() {}

    /** The cookie for a new session. */
    public static Cookie of(SignedIn signedIn) {
        return cookie(signedIn.token(), (int) Limits.SESSION_LIFETIME.toSeconds());
    }

    /** A cookie that makes the browser forget the session. */
    public static Cookie cleared() {
        return cookie("", 0);
    }

    /** The token that a request carries, if any. */
    public static Optional<String> token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    private static Cookie cookie(String value, int maxAgeSeconds) {
        Cookie cookie = new Cookie(NAME, value);
        cookie.setPath("/");
        cookie.setMaxAge(maxAgeSeconds);
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
