package io.frontless.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/** Finds out where each request comes from, for {@link RequestClient}. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class ClientFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    transient TrustedProxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestClient.note(
                request,
                proxies.client(request.getRemoteAddr(), Collections.list(request.getHeaders("X-Forwarded-For"))));
        chain.doFilter(request, response);
    }
}
