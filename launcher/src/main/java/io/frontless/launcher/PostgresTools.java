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
        this.prefix = prefix();
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

    /** Within a user namespace of its own, root is nobody, and may still read what root owns. */
    private static List<String> prefix() {
        if (!isRoot()) {
            return List.of();
        }
        List<String> namespace = List.of("unshare", "--user");
        List<String> probe = new ArrayList<>(namespace);
        probe.add("true");
        try {
            if (new ProcessBuilder(probe).start().waitFor() == 0) {
                return namespace;
            }
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL refuses to run as root, and unshare is missing: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while looking for a way to run PostgreSQL.", e);
        }
        throw new StartFailure("PostgreSQL refuses to run as root, and here root may not create the user namespace"
                + " that it would run in: start Frontless as an ordinary user.");
    }

    private static boolean isRoot() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            throw new StartFailure("The system does not tell who this process runs as: " + e.getMessage(), e);
        }
    }

    private String lastLine() throws IOException {
        List<String> lines = Files.readAllLines(log);
        return lines.isEmpty() ? "no output" : lines.get(lines.size() - 1).strip();
    }
}
