package io.frontless.boundary;

import io.frontless.kernel.Limits;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that leads somebody back to their invitation once they have made their account; as hard to get at as {@link SessionCookie}. */
public final class InvitationCookie {

    private static final String NAME = "__Host-frontless-invitation";

    private InvitationCookie() {}

    /** The cookie for an invitation's token; as long as the address can be confirmed. */
    public static Cookie of(String token) {
        return cookie(token, (int) Limits.VERIFICATION_LIFETIME.toSeconds());
    }

    /** A cookie that makes the browser forget it. */
    public static Cookie cleared() {
        return cookie("", 0);
    }

    /** The token that a request carries, if any. */
    public static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
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
