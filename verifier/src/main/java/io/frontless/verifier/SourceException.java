package io.frontless.verifier;

/** A log cannot be read: nothing is said about what it holds. */
public final class SourceException extends Exception {

    private static final long serialVersionUID = 1L;

    SourceException(String message, Throwable cause) {
        super(message, cause);
    }

    SourceException(String message) {
        super(message);
    }
}
