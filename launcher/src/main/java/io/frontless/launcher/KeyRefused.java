package io.frontless.launcher;

/** A key or certificate that cannot be served; the message says why, without a path, so that anybody may read it. */
final class KeyRefused extends Exception {
    private static final long serialVersionUID = 1L;

    KeyRefused(String reason) {
        super(reason);
    }

    KeyRefused(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** Why, as part of a sentence. */
    String reason() {
        return String.valueOf(getMessage());
    }
}
