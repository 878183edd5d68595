package io.frontless.boundary;

import io.frontless.workspace.control.RequestOrigin;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;

/** Says from which address a request comes, by its connection: what a header claims is not believed. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class OriginFilter implements Filter {

    @Inject
    RequestOrigin origin;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        origin.set(request.getRemoteAddr());
        chain.doFilter(request, response);
    }
}
