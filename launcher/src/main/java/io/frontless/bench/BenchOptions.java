package io.frontless.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param names of the benchmarks to run; all where none is named
 * @param small a tenth of the sizes and a third of the times
 * @param out where the results are written
 */
record BenchOptions(List<String> names, boolean small, int rounds, int seconds, Path out) {
    static final String HELP = """
            Usage: bench [NAME ...] [--small] [--rounds N] [--seconds N] [--out DIR]

              --small      a tenth of the sizes and short rounds, for a quick look
              --rounds N   alternating rounds of product and limit (default 3)
              --seconds N  of each round (default 10, with --small 4)
              --out DIR    where bench.json and bench-machine.json are written (default: target)
            """;

    private static final int ROUNDS = 3;
    private static final int SECONDS = 10;
    private static final int SECONDS_SMALL = 4;
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Duration SETTLING_SMALL = Duration.ofSeconds(10);

    BenchOptions {
        names = List.copyOf(names);
        if (rounds < 1 || seconds < 1) {
            throw new IllegalArgumentException("--rounds and --seconds: expected 1 or more");
        }
    }

    static BenchOptions parse(List<String> arguments) {
        List<String> names = new ArrayList<>();
        boolean small = false;
        int rounds = ROUNDS;
        int seconds = 0;
        Path out = Path.of("target");
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            switch (word) {
                case "--small" -> small = true;
                case "--rounds" -> rounds = Integer.parseInt(rest.removeFirst());
                case "--seconds" -> seconds = Integer.parseInt(rest.removeFirst());
                case "--out" -> out = Path.of(rest.removeFirst());
                default -> names.add(word);
            }
        }
        int ofARound = small ? SECONDS_SMALL : SECONDS;
        return new BenchOptions(names, small, rounds, seconds == 0 ? ofARound : seconds, out);
    }

    Duration round() {
        return Duration.ofSeconds(seconds);
    }

    /** How long the whole product is warmed up, once. */
    Duration settling() {
        return small ? SETTLING_SMALL : SETTLING;
    }

    /** Each line's own, for what only it uses. */
    Duration warmUp() {
        return round().multipliedBy(2);
    }
}
