package io.frontless.identity.boundary;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses forms that are far too large before anything reads them, as the server's own refusal would look like a failure. Browsers always
 * tell a form's length; one without it is refused too.
 */
@WebFilter(servletNames = "faces")
public class FormLimit extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Bytes of a form with a file: the same as {@code max-request-size} in web.xml. */
    private static final long UPLOAD_BYTES_MAX = 33L * 1024 * 1024;

    /** Bytes of any other form: the longest sentence and a view state, with much room. */
    private static final long FORM_BYTES_MAX = 1024L * 1024;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
        } else if (request.getContentLengthLong() < 0) {
            response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
        } else if (request.getContentLengthLong() > limit(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static long limit(HttpServletRequest request) {
        boolean upload = String.valueOf(request.getContentType()).startsWith("multipart/form-data");
        return upload ? UPLOAD_BYTES_MAX : FORM_BYTES_MAX;
    }
}
