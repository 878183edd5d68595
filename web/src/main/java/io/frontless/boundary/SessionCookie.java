package io.frontless.boundary;

import io.frontless.identity.control.Presence;
import io.frontless.identity.control.SecondStep;
import io.frontless.identity.control.SignedIn;
import io.frontless.kernel.Limits;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookies that carry a session's token and a browser's. Their {@code __Host-} prefix (RFC 6265bis §4.1.3.2) makes browsers insist on HTTPS, on
 * this host alone and on the whole site; SameSite keeps them off other sites' POST requests.
 */
public final class SessionCookie {

    /** The session's, as clients see it. */
    public static final String NAME = "__Host-frontless";

    /** The browser's, which outlives the session. */
    public static final String DEVICE = "__Host-frontless-device";

    /** That of a sign-in that waits for its second factor. */
    public static final String WAITING = "__Host-frontless-sign-in";

    private SessionCookie() {}

    /** Gives the browser what a new session needs. */
    public static void open(HttpServletResponse response, SignedIn signedIn) {
        response.addCookie(cookie(NAME, signedIn.token(), Limits.SESSION_LIFETIME));
        response.addCookie(cookie(DEVICE, signedIn.device(), Limits.DEVICE_LIFETIME));
    }

    /** Gives the browser the token to go on with; the session ends when it would have. */
    public static Cookie renewed(Presence.Renewal renewal, Instant now) {
        return cookie(NAME, renewal.token(), Duration.between(now, renewal.expiresAt()));
    }

    /** The same as a header. */
    static String header(Presence.Renewal renewal, Instant now) {
        Cookie cookie = renewed(renewal, now);
        return cookie.getName() + "=" + cookie.getValue() + "; Path=/; Max-Age=" + cookie.getMaxAge()
                + "; Secure; HttpOnly; SameSite=Lax";
    }

    /** A cookie that makes the browser forget the session. */
    public static Cookie cleared() {
        return cookie(NAME, "", Duration.ZERO);
    }

    /** The session's token that a request carries, if any. */
    public static Optional<String> token(HttpServletRequest request) {
        return value(request, NAME);
    }

    /** The browser's token that a request carries, if any. */
    public static Optional<String> device(HttpServletRequest request) {
        return value(request, DEVICE);
    }

    /** Lets the browser go on with a sign-in. */
    public static Cookie waiting(SecondStep step) {
        return cookie(WAITING, step.token(), Limits.SECOND_STEP_LIFETIME);
    }

    /** The token of a sign-in that waits, if the request carries one. */
    public static Optional<String> waiting(HttpServletRequest request) {
        return value(request, WAITING);
    }

    /** A cookie that makes the browser forget it. */
    public static Cookie waitsNoMore() {
        return cookie(WAITING, "", Duration.ZERO);
    }

    private static Optional<String> value(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Stream.of(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    private static Cookie cookie(String name, String value, Duration lifetime) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) Math.max(0, lifetime.toSeconds()));
        cookie.setSecure(true);
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
