package io.frontless.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a time of work came to. */
record Timing(double perSecond, double p50Ms, double p95Ms, double p99Ms) {
    private static final double NS_PER_MS = 1e6;
    private static final double NS_PER_S = 1e9;

    /** Of the single times of what was done within {@code elapsedNs}. */
    static Timing of(long[] timesNs, long elapsedNs) {
        long[] sorted = timesNs.clone();
        Arrays.sort(sorted);
        return new Timing(
                sorted.length * NS_PER_S / elapsedNs,
                percentile(sorted, 50),
                percentile(sorted, 95),
                percentile(sorted, 99));
    }

    /** The median of each number over rounds. */
    static Timing median(List<Timing> rounds) {
        return new Timing(
                median(rounds, Timing::perSecond),
                median(rounds, Timing::p50Ms),
                median(rounds, Timing::p95Ms),
                median(rounds, Timing::p99Ms));
    }

    /** The median of one number of each round. */
    static <T> double median(List<T> rounds, ToDoubleFunction<T> number) {
        double[] sorted = rounds.stream().mapToDouble(number).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * percent / 100] / NS_PER_MS;
    }
}
