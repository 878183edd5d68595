package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Creates an API key, with which a program works in the workspace. Its secret is made when this is carried out, and told once.
 *
 * @param label what people call it
 * @param role the key of the role whose rights it has
 * @param rowsPerDay how many records it may read and change in one day (UTC); null for any number
 */
public record CreateApiKey(
        UUID id,
        String label,
        String role,
        Instant expiresAt,
        @Nullable Long rowsPerDay) implements Operation {

    /** The name in plans and events. */
    public static final String NAME = "apikey.create";

    static final Reversal REVERSAL = Reversal.EXACT;

    public CreateApiKey {
        label = RoleLabel.require(label);
        RoleKey.require("role", role);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        if (rowsPerDay != null && (rowsPerDay < 1 || rowsPerDay > Limits.API_KEY_ROWS_MAX)) {
            throw Rejection.invalid("rowsPerDay", "a whole number from 1 to " + Limits.API_KEY_ROWS_MAX, rowsPerDay);
        }
    }

    static CreateApiKey from(Params params) {
        return new CreateApiKey(
                params.id("id"),
                params.text("label"),
                params.text("role"),
                moment("expiresAt", params.text("expiresAt")),
                rows(params.optionalNumber("rowsPerDay")));
    }

    private static Instant moment(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw Rejection.invalid(name, "a moment such as 2027-01-31T12:00:00Z", text);
        }
    }

    private static @Nullable Long rows(Optional<BigDecimal> given) {
        try {
            return given.map(BigDecimal::longValueExact).orElse(null);
        } catch (ArithmeticException e) {
            throw Rejection.invalid(
                    "rowsPerDay",
                    "a whole number",
                    given.map(BigDecimal::toString).orElse(""));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("id", id.toString());
        params.put("label", label);
        params.put("role", role);
        params.put("expiresAt", expiresAt.toString());
        if (rowsPerDay != null) {
            params.put("rowsPerDay", BigDecimal.valueOf(rowsPerDay));
        }
        return params;
    }

    @Override
    public Reversal reversal() {
        return REVERSAL;
    }

    @Override
    public Permission permission() {
        return Permission.MANAGE_KEYS;
    }
}
