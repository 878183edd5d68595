package io.frontless.system.inside;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The verifier's jar as a program of its own, as an auditor runs it, with nothing of the environment. */
public final class VerifierProcess {

    private VerifierProcess() {}

    /** What it said, and its exit code. */
    public record Said(int exit, String text) {}

    /** Runs that of a distribution to its end. */
    public static Said run(Path home, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                home.resolve("lib/frontless-verifier.jar").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the verifier did not end");
        }
        return new Said(process.exitValue(), text);
    }
}
