package io.frontless.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs; under root through a user namespace, since PostgreSQL refuses to be root. */
final class PostgresTools {
    private static final long TIMEOUT_S = 120;

    private final Path programs;
    private final Path log;
    private final List<String> prefix;

    PostgresTools(Path home, Path log) {
        this.programs = home.resolve("bin");
        this.log = log;
        this.prefix = "root".equals(System.getProperty("user.name")) ? List.of("unshare", "--user") : List.of();
    }

    /** Runs a program to its end; a {@link StartFailure} names the log when it fails. */
    void run(String program, List<String> arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.add(programs.resolve(program).toString());
        command.addAll(arguments);
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            if (!process.waitFor(TIMEOUT_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new StartFailure("PostgreSQL's " + program + " took longer than " + TIMEOUT_S + " s; see " + log);
            }
            if (process.exitValue() != 0) {
                throw new StartFailure("PostgreSQL's " + program + " failed: " + lastLine() + " (see " + log + ")");
            }
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL's " + program + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while PostgreSQL's " + program + " was running.", e);
        }
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "no output" : lines.get(lines.size() - 1).strip();
    }
}
