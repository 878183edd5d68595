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
    private static final int COMMAND_S_MAX = 120;

    private HeapDump() {}

    /** All objects, also those that nothing refers to any more. */
    static Path ofAll(RunningProduct product, Path folder) throws IOException, InterruptedException {
        return of(product, folder, "-all");
    }

    /** The objects that something refers to. A closed socket waits for its finalizer, and is gone with the collection after that. */
    static Path ofLiving(RunningProduct product, Path folder) throws IOException, InterruptedException {
        command(product, "GC.run");
        command(product, "GC.run_finalization");
        return of(product, folder);
    }

    private static Path of(RunningProduct product, Path folder, String... options)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path file = folder.resolve("heap.hprof");
        List<String> words = new ArrayList<>(List.of("GC.heap_dump"));
        words.addAll(List.of(options));
        words.add(file.toString());
        String output = command(product, words.toArray(String[]::new));
        assertThat(file).as(output).exists();
        return Files.move(file, file.resolveSibling("dump"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String command(RunningProduct product, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/jcmd").toString(),
                Long.toString(product.process().pid())));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(COMMAND_S_MAX, TimeUnit.SECONDS)).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }
}
