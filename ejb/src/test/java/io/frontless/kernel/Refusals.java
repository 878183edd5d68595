package io.frontless.kernel;

/** The rejection that a request is answered with, for tests that look at more than that there is one. */
public final class Refusals {

    private Refusals() {}

    /** Runs the request and answers its rejection; a request that is not refused fails the test. */
    public static Rejection of(Runnable request) {
        try {
            request.run();
        } catch (Rejection rejection) {
            return rejection;
        }
        throw new AssertionError("nothing was refused");
    }

    /** The fields that the rejection names, joined by commas. */
    public static String fieldsOf(Runnable request) {
        return String.join(
                ",", of(request).details().stream().map(Rejection.Detail::field).toList());
    }
}
