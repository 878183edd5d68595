package io.frontless.launcher;

/** A start that cannot go on, for a reason the person at the console can act on; its message is the one line they see. */
final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String line;

    StartFailure(String line) {
        super(line);
        this.line = line;
    }

    StartFailure(String line, Throwable cause) {
        super(line, cause);
        this.line = line;
    }

    /** What to tell the person. */
    String line() {
        return line;
    }
}
