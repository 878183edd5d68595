package io.frontless.system.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Requests at the same moment. */
final class Together {

    private Together() {}

    /** Makes so many at once, each by its number, and waits for all. */
    static <T> List<T> all(int count, IntFunction<Callable<T>> request) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> one : threads.invokeAll(
                    IntStream.range(0, count).mapToObj(request).toList())) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
