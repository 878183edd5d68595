package io.frontless.federation.boundary;

import io.frontless.kernel.Limits;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;
import java.util.stream.Stream;

/** The cookie that binds a sign-in at a provider to the browser that began it, so that nobody is signed in by somebody else's answer. */
final class ProviderCookie {

    private static final String NAME = "__Host-frontless-provider";

    private ProviderCookie() {}

    /** Gives the browser its token, for as long as a sign-in may take. */
    static NewCookie of(String token) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path("/")
                .maxAge((int) Limits.PROVIDER_SIGN_IN_LIFETIME.toSeconds())
                .secure(true)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** The token that a request carries, if it is of our form. */
    static Optional<String> token(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(value -> value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst();
    }
}
