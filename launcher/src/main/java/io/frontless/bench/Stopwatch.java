package io.frontless.bench;

import java.util.Collections;
import java.util.List;

/** Times things that are done once a round and take seconds. */
final class Stopwatch {
    private static final double NS_PER_S = 1e9;
    private static final double MS_PER_S = 1e3;

    private long startNs = System.nanoTime();

    /** Seconds since it was made or asked last. */
    double lapS() {
        long now = System.nanoTime();
        double seconds = (now - startNs) / NS_PER_S;
        startNs = now;
        return seconds;
    }

    /** What several rounds came to: the median and, since they are few, the longest instead of a percentile. */
    record Lap(double seconds, double longest) {

        double p50Ms() {
            return seconds * MS_PER_S;
        }

        double longestMs() {
            return longest * MS_PER_S;
        }
    }

    static Lap median(List<Double> seconds) {
        return new Lap(Timing.median(seconds, Double::doubleValue), Collections.max(seconds));
    }
}
