package io.frontless.vault.hsm;

import java.time.Duration;

/**
 * How long a token may take, and how much of the process it may hold meanwhile.
 *
 * @param timeout what waits longer for one use of the token is refused
 * @param openTimeout the same while the token is looked for and logged in to
 * @param threadsMax uses at the same time; a call into a hung library cannot be interrupted and holds its thread until it returns
 * @param waitingMax uses that may wait for a thread; one more is refused at once
 * @param retryAfter how long after a failure the token is left alone
 */
public record TokenLimits(Duration timeout, Duration openTimeout, int threadsMax, int waitingMax, Duration retryAfter) {

    /** Five seconds are ages for an HSM, but a cluster may take longer to be found; four threads keep one busy. */
    public static final TokenLimits DEFAULT =
            new TokenLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 4, 256, Duration.ofSeconds(1));

    public TokenLimits {
        if (!positive(timeout) || !positive(openTimeout) || !positive(retryAfter) || threadsMax < 1 || waitingMax < 1) {
            throw new IllegalArgumentException("expected positive limits, found " + timeout + ", " + openTimeout + ", "
                    + threadsMax + ", " + waitingMax + ", " + retryAfter);
        }
    }

    /** The same with another time for one use. */
    public TokenLimits withTimeout(Duration other) {
        return new TokenLimits(other, openTimeout, threadsMax, waitingMax, retryAfter);
    }

    private static boolean positive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
