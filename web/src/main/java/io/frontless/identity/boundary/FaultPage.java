package io.frontless.identity.boundary;

import io.frontless.boundary.OpenToAll;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Json;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * The page for everything that went wrong. It needs no other part of the product, so that it works when they do not. The correlation id it
 * shows leads to the log, where the stack trace stays.
 */
@OpenToAll
@WebServlet("/fault")
public class FaultPage extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(FaultPage.class.getName());

    @Inject
    transient Ids ids;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Fault fault = Fault.of(code instanceof Integer status ? status : HttpServletResponse.SC_NOT_FOUND);
        String correlationId = ids.get().toString();
        log(request, fault, correlationId);
        response.setStatus(fault.status());
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            response.setContentType("text/html");
            response.getWriter().write(page(fault, correlationId));
        } else {
            response.setContentType("application/problem+json");
            response.getWriter().write(problem(fault, correlationId));
        }
    }

    private static void log(HttpServletRequest request, Fault fault, String correlationId) {
        Object thrown = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String entry = "correlation id " + correlationId + ": " + fault.status() + " at " + path;
        if (thrown instanceof Throwable cause) {
            LOG.log(Level.ERROR, entry, cause);
        } else {
            LOG.log(fault.status() >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? Level.ERROR : Level.DEBUG, entry);
        }
    }

    private String page(Fault fault, String correlationId) throws IOException {
        try (InputStream template = Objects.requireNonNull(
                getServletContext().getResourceAsStream("/WEB-INF/errors/fault.html"), "the error page is missing")) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{title}", fault.title())
                    .replace("{text}", fault.text())
                    .replace("{status}", fault.status() + " " + fault.phrase())
                    .replace("{correlation}", correlationId);
        }
    }

    private static String problem(Fault fault, String correlationId) {
        return Json.write(Map.of(
                "type", "about:blank",
                "title", fault.phrase(),
                "status", fault.status(),
                "detail", fault.text(),
                "correlation_id", correlationId));
    }
}
