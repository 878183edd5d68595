package io.frontless.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Processor time used up to now by the product's JVM and by its PostgreSQL. Unlike throughput, what a request takes of it hardly depends on what
 * else the machine is doing.
 */
record ProcessorTime(Duration jvm, Map<Long, Duration> postgres) {
    private static final double NS_PER_MS = 1e6;

    static ProcessorTime of(BenchedProduct product) throws IOException {
        long postmaster = Long.parseLong(Files.readAllLines(product.data().resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        return new ProcessorTime(
                used(product.process()),
                ProcessHandle.of(postmaster).stream()
                        .flatMap(ProcessHandle::descendants)
                        .collect(Collectors.toMap(ProcessHandle::pid, ProcessorTime::used)));
    }

    /** Milliseconds of each since {@code before}, for each of {@code requests}; of PostgreSQL's processes, those that there were all the time. */
    String perRequest(ProcessorTime before, double requests) {
        Duration ofPostgres = postgres.entrySet().stream()
                .filter(process -> before.postgres.containsKey(process.getKey()))
                .map(process -> process.getValue().minus(before.postgres.get(process.getKey())))
                .reduce(Duration.ZERO, Duration::plus);
        return String.format(
                Locale.ROOT,
                "JVM %.2f ms, PostgreSQL %.2f ms",
                jvm.minus(before.jvm).toNanos() / NS_PER_MS / requests,
                ofPostgres.toNanos() / NS_PER_MS / requests);
    }

    private static Duration used(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
