package io.frontless.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Workers who work at the same time, each on a thread of its own. */
final class Crew implements AutoCloseable {
    private static final int TIMES_AT_FIRST = 1 << 12;

    private final List<Worker> workers = new ArrayList<>();
    private final ExecutorService threads;

    Crew(int size, Worker.Maker maker) throws IOException, SQLException {
        for (int number = 0; number < size; number++) {
            workers.add(maker.make(number));
        }
        threads = Executors.newFixedThreadPool(size);
    }

    /** Lets all of them work for a time. */
    Timing work(Duration time) {
        long startNs = System.nanoTime();
        long endNs = startNs + time.toNanos();
        List<Callable<long[]>> tasks = new ArrayList<>();
        workers.forEach(worker -> tasks.add(() -> timesNs(worker, endNs)));
        try {
            long[] all = new long[0];
            for (Future<long[]> done : threads.invokeAll(tasks)) {
                long[] some = done.get();
                int before = all.length;
                all = Arrays.copyOf(all, before + some.length);
                System.arraycopy(some, 0, all, before, some.length);
            }
            return Timing.of(all, System.nanoTime() - startNs);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static long[] timesNs(Worker worker, long endNs) throws IOException, SQLException {
        long[] times = new long[TIMES_AT_FIRST];
        int count = 0;
        for (long now = System.nanoTime(); now < endNs; ) {
            worker.once();
            long after = System.nanoTime();
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = after - now;
            now = after;
        }
        return Arrays.copyOf(times, count);
    }

    @Override
    public void close() throws IOException, SQLException {
        threads.shutdownNow();
        for (Worker worker : workers) {
            worker.close();
        }
    }
}
