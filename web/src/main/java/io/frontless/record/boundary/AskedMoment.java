package io.frontless.record.boundary;

import io.frontless.boundary.QueryTime;
import io.frontless.identity.boundary.RequestParameter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** The moment that a page is asked about by its parameter {@code at}, in UTC where it says no other. */
final class AskedMoment {

    private static final DateTimeFormatter INPUT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(ZoneOffset.UTC);

    private AskedMoment() {}

    /** The moment, if one is asked about; INVALID where it is none. */
    static Optional<Instant> of(HttpServletRequest request) {
        return RequestParameter.text(request, "at").map(given -> {
            boolean bare = given.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?");
            return Objects.requireNonNull(QueryTime.of("at", bare ? given + "Z" : given));
        });
    }

    /** As the field of a form has it. */
    static String input(Instant at) {
        return INPUT.format(at);
    }
}
