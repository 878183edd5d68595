package io.frontless.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs PostgreSQL's own programs. */
final class PostgresTools {
    private static final long TIMEOUT_S = 120;

    private final Path programs;
    private final Path log;
    private final PostgresAccount account;

    PostgresTools(Path home, Path log, PostgresAccount account) {
        this.programs = home.resolve("bin");
        this.log = log;
        this.account = account;
    }

    /** Runs a program to its end; a {@link StartFailure} names the log when it fails. */
    void run(String program, List<String> arguments) {
        try {
            Process process = new ProcessBuilder(
                            account.command(programs.resolve(program).toString(), arguments))
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
