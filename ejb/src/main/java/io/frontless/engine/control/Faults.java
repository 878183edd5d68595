package io.frontless.engine.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database's refusals that have a meaning for the caller (SQLSTATE, PostgreSQL Appendix A) from bugs. Two callers can pass the same
 * check at the same time; the constraint that stops the second is a conflict, not a failure.
 */
public final class Faults {

    private Faults() {}

    /** Runs a request; what is not a rejection and cannot be read as one goes on as it is. */
    public static <T> T translated(Supplier<T> request) {
        try {
            return request.get();
        } catch (RuntimeException e) {
            throw rejectionOf(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** The rejection that an exception is or means to the caller; none for a bug. */
    public static Optional<Rejection> rejectionOf(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return Optional.of(rejection);
            }
            if (cause instanceof SQLException sql) {
                return Optional.ofNullable(rejection(String.valueOf(sql.getSQLState()), thrown));
            }
        }
        return Optional.empty();
    }

    /**
     * What the caller is told where no status can tell it any more: the rejection, or of a bug only that there is one.
     *
     * @param log gets the bug
     * @param bug says whose it is
     */
    public static Rejection told(RuntimeException thrown, Logger log, Supplier<String> bug) {
        return rejectionOf(thrown).orElseGet(() -> {
            log.log(Level.SEVERE, thrown, bug);
            return new Rejection(Reason.UNAVAILABLE, "something went wrong on our side");
        });
    }

    private static @Nullable Rejection rejection(String state, Throwable cause) {
        Rejection rejection =
                switch (state) {
                    case "23505" ->
                        new Rejection(
                                Reason.CONFLICT, "somebody else has just taken this unique value; look and try again");
                    case "23503" ->
                        new Rejection(
                                Reason.CONFLICT,
                                "somebody else has just changed what this refers to; look and try again");
                    case "40001", "40P01", "55P03" ->
                        new Rejection(Reason.CONFLICT, "somebody else is changing the same records; try again");
                    case "22021", "22P05" -> new Rejection(Reason.INVALID, "expected text without NUL, found one");
                    case "57014" -> new Rejection(Reason.LIMIT, "this takes the database too long");
                    case "25006" ->
                        new Rejection(
                                Reason.UNAVAILABLE,
                                "this workspace is being moved to another database: it can be read, and changed again in"
                                        + " a few minutes");
                    case "FL001" ->
                        new Rejection(
                                Reason.UNAVAILABLE, "this workspace is being moved to another database; try again");
                    default ->
                        state.startsWith("08") || state.startsWith("57P") || state.startsWith("53")
                                ? new Rejection(
                                        Reason.UNAVAILABLE, "the database does not answer at present; try again")
                                : null;
                };
        if (rejection != null) {
            rejection.initCause(cause);
        }
        return rejection;
    }
}
