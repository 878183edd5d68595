package io.frontless.launcher;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import org.apache.catalina.Request;
import org.apache.catalina.Response;
import org.glassfish.web.valve.GlassFishValve;

/**
 * What the server answers to an error that no page of the application answers: problem details (RFC 9457) that tell
 * neither what the server is nor what went wrong inside. The server makes it by its name.
 */
public final class PlainErrorAnswer implements GlassFishValve {
    @Override
    public String getInfo() {
        return PlainErrorAnswer.class.getSimpleName();
    }

    @Override
    public int invoke(Request request, Response response) {
        return INVOKE_NEXT;
    }

    /** Says how long it is, so that a client who is still sending knows that this is all. */
    @Override
    public void postInvoke(Request request, Response response) throws IOException {
        // Not its facade, which takes an error that was sent for the end of the answer.
        var answer = (HttpServletResponse) response;
        int status = answer.getStatus();
        if (answer.isCommitted() || response.getContentCount() > 0 || status < Status.BAD_REQUEST.getStatusCode()) {
            return;
        }
        answer.reset();
        answer.setStatus(status);
        response.setSuspended(false);
        answer.setContentType("application/problem+json;charset=UTF-8");
        answer.setHeader("Cache-Control", "no-store");
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("X-Frame-Options", "DENY");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        answer.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        String problem = problem(status);
        answer.setContentLength(problem.length());
        response.getReporter().write(problem);
    }

    private static String problem(int status) {
        Status known = Status.fromStatusCode(status);
        String title = known == null ? "Error" : known.getReasonPhrase();
        return "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d}".formatted(title, status);
    }
}
