package io.frontless.identity.boundary;

import io.frontless.boundary.PathId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;

/** Reads a page's parameters, which anybody may have typed. */
public final class RequestParameter {

    private RequestParameter() {}

    /** A parameter that is there and not blank. */
    public static Optional<String> text(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isBlank());
    }

    /** An id; one that is malformed is refused as NOT_FOUND, since no such thing can exist. */
    public static Optional<UUID> uuid(HttpServletRequest request, String name) {
        return text(request, name).map(value -> PathId.of(name, value));
    }

    /** A number from 0 on; 0 where there is none or something else. */
    public static int number(HttpServletRequest request, String name) {
        return text(request, name)
                .filter(value -> value.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }
}
