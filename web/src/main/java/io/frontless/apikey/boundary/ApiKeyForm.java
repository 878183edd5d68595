package io.frontless.apikey.boundary;

import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CreateApiKey;
import io.frontless.operation.Step;
import io.frontless.workspace.control.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new key, as it was sent.
 *
 * @param days how long it lives
 * @param rows its budget, or nothing for none
 */
public record ApiKeyForm(String label, String role, int days, String rows) {

    /** How long a key can be chosen to live. */
    private static final List<Integer> DAYS = List.of(7, 30, 90, 180, 365);

    private static final int DAYS_USUAL = 90;

    /** The engine gives a key its own id. */
    private static final UUID NO_ID = new UUID(0, 0);

    /** A new key reads and no more, unless somebody chooses otherwise. */
    static ApiKeyForm empty() {
        return new ApiKeyForm("", Role.VIEWER.key(), DAYS_USUAL, "");
    }

    static ApiKeyForm sent(HttpServletRequest request) {
        return new ApiKeyForm(
                text(request, "label"),
                text(request, "role"),
                RequestParameter.number(request, "days"),
                text(request, "rows"));
    }

    /** The choices. */
    public List<Integer> choices() {
        return DAYS;
    }

    Step step(Instant now) {
        if (!DAYS.contains(days)) {
            throw Rejection.invalid("days", "one of " + DAYS, days);
        }
        return Step.of("s1", new CreateApiKey(NO_ID, label, role, now.plus(Duration.ofDays(days)), budget()));
    }

    private @Nullable Long budget() {
        if (rows.isEmpty()) {
            return null;
        }
        try {
            return Long.valueOf(rows);
        } catch (NumberFormatException e) {
            throw Rejection.invalid("rows", "a whole number, or nothing", rows);
        }
    }

    private static String text(HttpServletRequest request, String name) {
        return RequestParameter.text(request, name).map(String::strip).orElse("");
    }
}
