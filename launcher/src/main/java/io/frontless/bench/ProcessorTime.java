package io.frontless.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Processor time used up to now by the product's JVM and by its PostgreSQL. Unlike throughput, what a request takes of it hardly depends on what
 * else the machine is doing.
 */
record ProcessorTime(Duration jvm, Duration postgres) {
    private static final double NS_PER_MS = 1e6;

    static ProcessorTime of(BenchedProduct product) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(product.data().resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        return new ProcessorTime(
                used(Stream.of(product.process())),
                used(ProcessHandle.of(postmaster).stream().flatMap(ProcessHandle::descendants)));
    }

    /** Milliseconds of each since {@code before}, for each of {@code requests}. */
    String perRequest(ProcessorTime before, double requests) {
        return String.format(
                Locale.ROOT,
                "JVM %.2f ms, PostgreSQL %.2f ms",
                jvm.minus(before.jvm).toNanos() / NS_PER_MS / requests,
                postgres.minus(before.postgres).toNanos() / NS_PER_MS / requests);
    }

    private static Duration used(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
