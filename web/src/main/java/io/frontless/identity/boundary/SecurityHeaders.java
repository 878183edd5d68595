package io.frontless.identity.boundary;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What every answer tells the browser not to do. Error pages get the headers too, since the container may drop those set before. */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** The same as {@code primefaces.CSP_POLICY} in web.xml, which adds a nonce of its own for pages. */
    private static final String POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'";

    private static final String HSTS = "max-age=31536000";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        response.setHeader("Cache-Control", isAsset(request) ? "max-age=600" : "no-store");
        if (!isPage(request)) {
            response.setHeader("Content-Security-Policy", POLICY);
        }
        if (!isLocal(request.getServerName())) {
            response.setHeader("Strict-Transport-Security", HSTS);
        }
        chain.doFilter(request, response);
    }

    /** A page's policy holds a nonce, which PrimeFaces adds. */
    private static boolean isPage(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && "faces".equals(request.getHttpServletMapping().getServletName());
    }

    private static boolean isAsset(HttpServletRequest request) {
        return request.getServletPath().startsWith("/assets/");
    }

    /** On a developer's machine HSTS would lock every other port of localhost out of plain HTTP. */
    private static boolean isLocal(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }
}
