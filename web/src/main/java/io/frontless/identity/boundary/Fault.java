package io.frontless.identity.boundary;

import jakarta.servlet.http.HttpServletResponse;

/** What the error page says for a status. It never repeats what the request contained. */
record Fault(int status, String phrase, String title, String text) {

    private static final int MISDIRECTED_REQUEST = 421;

    static Fault of(int status) {
        return switch (status) {
            case HttpServletResponse.SC_FORBIDDEN ->
                new Fault(
                        status,
                        "Forbidden",
                        "You may not open this page",
                        "Your role does not allow it. An owner of the workspace can change that.");
            case HttpServletResponse.SC_NOT_FOUND ->
                new Fault(
                        status,
                        "Not Found",
                        "This page does not exist",
                        "The address may be wrong, or it belongs to a workspace you are not a member of.");
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
                new Fault(status, "Method Not Allowed", "This address takes no such request", "Nothing was changed.");
            case HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE ->
                new Fault(
                        status,
                        "Content Too Large",
                        "This is too large",
                        "What was sent is larger than the limit. Nothing was changed.");
            case MISDIRECTED_REQUEST ->
                new Fault(
                        status,
                        "Misdirected Request",
                        "This address is not ours",
                        "The request names a host that this installation does not answer to. Nothing was changed.");
            case HttpServletResponse.SC_SERVICE_UNAVAILABLE ->
                new Fault(
                        status,
                        "Service Unavailable",
                        "A part that is needed does not answer",
                        "Nothing was changed. Try again in a moment.");
            default ->
                status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR
                        ? new Fault(status, "Bad Request", "This request is not valid", "Nothing was changed.")
                        : new Fault(
                                status,
                                "Internal Server Error",
                                "Something went wrong on our side",
                                "If it happens again, give the correlation id to your administrator: it leads to the exact entry in the log.");
        };
    }
}
