package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls with a deadline on threads of their own. After one that took too long the circuit is open: calls are refused at once, but for one every
 * so often, until one has come back in time. A call into a library cannot be interrupted, so a hung one keeps its thread; as there are few of
 * them, the rest of the process goes on.
 */
final class BoundedCalls implements AutoCloseable {

    private static final long IDLE_S = 60;

    private final TokenLimits limits;
    private final ThreadPoolExecutor threads;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicLong triedNs = new AtomicLong();
    private final AtomicInteger hanging = new AtomicInteger();

    BoundedCalls(TokenLimits limits) {
        this.limits = limits;
        AtomicInteger number = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                limits.threadsMax(),
                limits.threadsMax(),
                IDLE_S,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(limits.waitingMax()),
                task -> {
                    Thread thread = new Thread(task, "frontless-token-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    /** A call that knows whether somebody still waits for it. */
    private final class Watched<T> implements Callable<T> {

        private final Supplier<T> call;
        private boolean running;
        private boolean givenUp;

        Watched(Supplier<T> call) {
            this.call = call;
        }

        @Override
        public T call() {
            begin();
            try {
                return call.get();
            } finally {
                end();
            }
        }

        private synchronized void begin() {
            running = true;
        }

        private synchronized void end() {
            running = false;
            if (givenUp) {
                hanging.decrementAndGet();
            }
        }

        synchronized void giveUp() {
            if (running) {
                givenUp = true;
                hanging.incrementAndGet();
            }
        }
    }

    /** What {@code call} gives; SLOW if it does not within {@code timeout}, or if others did not and it is not this one's turn to try. */
    <T> T call(Duration timeout, Supplier<T> call) {
        if (open.get() && !isTurnToTry()) {
            throw slow("the token has not answered in time and is asked again after a while; calls that hang: "
                    + hanging.get() + " of at most " + limits.threadsMax());
        }
        Watched<T> watched = new Watched<>(call);
        Future<T> future = submit(watched);
        try {
            T result = future.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
            open.set(false);
            return result;
        } catch (TimeoutException e) {
            triedNs.set(System.nanoTime());
            open.set(true);
            watched.giveUp();
            future.cancel(false);
            throw slow("the token has not answered within " + timeout.toMillis() + " ms");
        } catch (ExecutionException e) {
            open.set(false);
            throw unchecked(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException(Reason.UNAVAILABLE, "interrupted while waiting for the token", e);
        }
    }

    /** Calls that are still in the library after their time. */
    int hanging() {
        return hanging.get();
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private <T> Future<T> submit(Callable<T> call) {
        try {
            return threads.submit(call);
        } catch (RejectedExecutionException e) {
            throw new TokenException(
                    Reason.SLOW,
                    "the token is in use by " + (limits.threadsMax() + limits.waitingMax()) + " callers already",
                    e);
        }
    }

    private boolean isTurnToTry() {
        long tried = triedNs.get();
        long now = System.nanoTime();
        return now - tried >= limits.retryAfter().toNanos()
                && hanging.get() < limits.threadsMax()
                && triedNs.compareAndSet(tried, now);
    }

    private static TokenException slow(String message) {
        return new TokenException(Reason.SLOW, message);
    }

    private static RuntimeException unchecked(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }
}
