package io.frontless.system;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does: asks again and again until there is an answer or the time is over. */
public final class Deadline {
    private static final long PAUSE_NS = Duration.ofMillis(50).toNanos();

    private Deadline() {}

    /** Answers as soon as the question has an answer; an {@link AssertionError} names what was missing at the end. */
    public static <T> T await(String what, Duration limit, Callable<Optional<T>> question) {
        long endNs = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() < endNs) {
            Optional<T> answer = ask(what, question);
            if (answer.isPresent()) {
                return answer.get();
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
        throw new AssertionError("Not within " + limit.toSeconds() + " s: " + what);
    }

    /** Returns as soon as the condition holds. */
    public static void awaitTrue(String what, Duration limit, Callable<Boolean> condition) {
        var unused = await(what, limit, () -> Optional.of(condition.call()).filter(Boolean.TRUE::equals));
    }

    private static <T> Optional<T> ask(String what, Callable<Optional<T>> question) {
        try {
            return question.call();
        } catch (Exception e) {
            throw new AssertionError("While waiting until " + what + ": " + e.getMessage(), e);
        }
    }
}
