package io.frontless.system.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontless.system.RunningProduct;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server's memory as a file. */
final class HeapDump {
    private static final int DUMP_S_MAX = 120;

    private HeapDump() {}

    /** All objects, also those that nothing refers to any more. */
    static Path ofAll(RunningProduct product, Path folder) throws IOException, InterruptedException {
        return of(product, folder, "-all");
    }

    /** The objects that something refers to. */
    static Path ofLiving(RunningProduct product, Path folder) throws IOException, InterruptedException {
        return of(product, folder);
    }

    private static Path of(RunningProduct product, Path folder, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path file = folder.resolve("heap.hprof");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                Long.toString(product.process().pid()),
                "GC.heap_dump"));
        command.addAll(List.of(options));
        command.add(file.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(DUMP_S_MAX, TimeUnit.SECONDS)).as(output).isTrue();
        assertThat(file).as(output).exists();
        return Files.move(file, file.resolveSibling("dump"), StandardCopyOption.ATOMIC_MOVE);
    }
}
