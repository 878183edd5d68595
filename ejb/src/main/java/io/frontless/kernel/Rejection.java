package io.frontless.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way to refuse: it rolls the transaction back and every boundary shows it in its own form.
 * The message and details never carry a secret nor tell that another workspace's thing exists.
 */
public final class Rejection extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final transient List<Detail> details;
    private final transient @Nullable Duration retryAfter;

    /** One finding: which field, what was expected there and what was found. */
    public record Detail(String field, String expected, String found) {}

    public Rejection(Reason reason, String message, List<Detail> details) {
        this(reason, message, details, null);
    }

    private Rejection(Reason reason, String message, List<Detail> details, @Nullable Duration retryAfter) {
        super(message);
        this.reason = reason;
        this.details = List.copyOf(details);
        this.retryAfter = retryAfter;
    }

    public Rejection(Reason reason, String message) {
        this(reason, message, List.of());
    }

    /** Refuses one field: the message says the same as the detail, in a sentence. */
    public static Rejection of(Reason reason, String field, String expected, String found) {
        return new Rejection(
                reason,
                field + ": expected " + expected + ", found " + found,
                List.of(new Detail(field, expected, found)));
    }

    /** Refuses as LIMIT what would be too much now, and will not be after some time. */
    public static Rejection tooMuchFor(Duration time, String field, String expected, String found) {
        return new Rejection(
                Reason.LIMIT,
                field + ": expected " + expected + ", found " + found,
                List.of(new Detail(field, expected, found)),
                time);
    }

    /** Refuses a malformed field. */
    public static Rejection invalid(String field, String expected, @Nullable Object found) {
        return of(Reason.INVALID, field, expected, shown(found));
    }

    /** Refuses a field that contradicts the present state. */
    public static Rejection conflict(String field, String expected, @Nullable Object found) {
        return of(Reason.CONFLICT, field, expected, shown(found));
    }

    /** Says that something does not exist, in the same words whether it is elsewhere or nowhere. */
    public static Rejection notFound(String what, Object id) {
        return of(Reason.NOT_FOUND, what, "one that exists in this workspace", shown(id));
    }

    /** Refuses what was tried too often, whatever it was, until some time has passed. */
    public static Rejection tooOften(Duration retryAfter) {
        long minutes = Math.max(1, (retryAfter.toSeconds() + 59) / 60);
        return new Rejection(
                Reason.LIMIT,
                "too many attempts: try again in " + minutes + (minutes == 1 ? " minute" : " minutes"),
                List.of(),
                retryAfter);
    }

    /** How long to wait before trying again, where that is all that is wrong. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public Reason reason() {
        return reason;
    }

    public List<Detail> details() {
        return details;
    }

    /** The message as given to the caller; never null, unlike {@link Throwable#getMessage()}. */
    public String message() {
        return String.valueOf(getMessage());
    }

    private static String shown(@Nullable Object found) {
        String text = String.valueOf(found);
        return text.length() <= Limits.ECHO_CHARS_MAX ? text : text.substring(0, Limits.ECHO_CHARS_MAX) + "…";
    }
}
