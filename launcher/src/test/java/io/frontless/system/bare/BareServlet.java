package io.frontless.system.bare;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Does what the address says: {@code /status/N} sends an error, {@code /fail} throws. */
@WebServlet("/*")
public final class BareServlet extends HttpServlet {
    /** In every message that must not reach a client. */
    static final String INTERNAL = "an internal detail";

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String[] words = request.getPathInfo().split("/", -1);
        switch (words[1]) {
            case "status" -> response.sendError(Integer.parseInt(words[2]), INTERNAL);
            case "fail" -> throw new IllegalStateException(INTERNAL);
            default -> response.getWriter().print("bare");
        }
    }
}
