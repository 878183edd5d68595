package io.frontless.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of the start script: what a person at the console sees and may do. */
public final class ProductProcess {
    private static final Duration STOP_MAX = Duration.ofMinutes(1);

    private final Process process;
    private final Path console;

    private ProductProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
        // A build that is broken off leaves nothing behind.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Runs {@code frontless up} with these arguments; its output goes to a new file beside the data directory. */
    public static ProductProcess up(Distribution distribution, Path data, String... arguments) {
        return up(distribution, data, Map.of(), arguments);
    }

    /** The same, with settings in its environment. */
    public static ProductProcess up(
            Distribution distribution, Path data, Map<String, String> environment, String... arguments) {
        var command = new ArrayList<>(List.of(distribution.program().toString(), "up", "--data", data.toString()));
        command.addAll(List.of(arguments));
        try {
            Path console =
                    Files.createTempFile(data.toAbsolutePath().getParent(), data.getFileName() + "-", ".console");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(console.toFile());
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            return new ProductProcess(builder.start(), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was printed up to now. */
    public String output() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when it says that it is ready; one that ends instead fails the test with its own words. */
    public void awaitReady(Duration limit) {
        Deadline.awaitTrue("the product says that it is ready, see " + console, limit, () -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("The product has ended:\n" + output());
            }
            return output().contains("is ready at");
        });
    }

    /** Returns the exit code when the process has ended. */
    public int awaitExit() {
        return Deadline.await(
                "the product ends, see " + console,
                STOP_MAX,
                () -> process.isAlive() ? Optional.empty() : Optional.of(process.exitValue()));
    }

    /** Asks it to stop, as Ctrl-C does. */
    public void terminate() {
        process.destroy();
    }

    /** Ends the JVM at once, as a power cut does; PostgreSQL, another process, goes on. */
    public void kill() {
        process.destroyForcibly();
    }

    /** Stops it where it is, so that somebody can look; {@link #goOn} or {@link #kill} ends that. */
    public void pause() {
        signal("STOP");
    }

    /** Goes on after {@link #pause}. */
    public void goOn() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int exit = new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new IllegalStateException("the product took no signal " + name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The script gives its process to the JVM, so this is the JVM's. */
    public long pid() {
        return process.pid();
    }
}
