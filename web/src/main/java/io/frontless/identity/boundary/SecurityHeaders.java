package io.frontless.identity.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What every answer tells the browser not to do; and no answer but that for a request under a name that is not ours. Error pages get the headers too, since
 * the container may drop those set before.
 */
@WebFilter(
        urlPatterns = "/*",
        asyncSupported = true,
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeaders extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int MISDIRECTED_REQUEST = 421;

    /** The same as {@code primefaces.CSP_POLICY} in web.xml, which adds a nonce of its own for pages. */
    private static final String POLICY =
            "default-src 'none'; img-src 'self' data:; style-src 'self'; connect-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; script-src 'self'";

    /** For what is data and never shown as a page. */
    private static final String DATA_POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final List<String> DATA = List.of("/api/", "/openapi", "/health", "/metrics");

    private static final String HSTS = "max-age=31536000";

    @Inject
    transient PublicHosts hosts;

    @Inject
    @ConfigProperty(name = "frontless.web.hsts-subdomains", defaultValue = "false")
    transient boolean subdomains;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("X-Permitted-Cross-Domain-Policies", "none");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), serial=(), usb=()");
        response.setHeader("Cache-Control", isAsset(request) ? "max-age=600" : "no-store");
        if (!isPage(request)) {
            response.setHeader("Content-Security-Policy", isData(request) ? DATA_POLICY : POLICY);
        }
        // On a developer's machine HSTS would lock every other port of localhost out of plain HTTP.
        if (hosts.isPublic(request)) {
            response.setHeader("Strict-Transport-Security", subdomains ? HSTS + "; includeSubDomains" : HSTS);
        }
        if (request.getDispatcherType() == DispatcherType.REQUEST && !hosts.include(request)) {
            response.sendError(MISDIRECTED_REQUEST);
        } else {
            chain.doFilter(request, isPage(request) ? new Redirecting(response) : response);
        }
    }

    /** A page that sends the browser elsewhere is never written, and so gets no policy from PrimeFaces. */
    private static final class Redirecting extends HttpServletResponseWrapper {

        Redirecting(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) throws IOException {
            setHeader("Content-Security-Policy", POLICY);
            super.sendRedirect(location);
        }
    }

    /** A page's policy holds a nonce, which PrimeFaces adds. */
    private static boolean isPage(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && "faces".equals(request.getHttpServletMapping().getServletName());
    }

    private static boolean isData(HttpServletRequest request) {
        String path = request.getRequestURI();
        return request.getDispatcherType() == DispatcherType.REQUEST
                && DATA.stream().anyMatch(path::startsWith);
    }

    private static boolean isAsset(HttpServletRequest request) {
        return request.getServletPath().startsWith("/assets/");
    }
}
