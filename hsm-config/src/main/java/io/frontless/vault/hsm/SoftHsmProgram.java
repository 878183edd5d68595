package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SoftHSM's administration program, used for the one thing that the JDK cannot do: initialise a token. */
final class SoftHsmProgram {

    /** It answers in milliseconds; if it asks for more input than it was given, it would ask for ever. */
    private static final int TIMEOUT_S = 30;

    /** Some hundred slots; more is a dialogue that does not end. */
    private static final int OUTPUT_BYTES_MAX = 256 * 1024;

    /** The values come from the environment, so that no path or label is ever parsed by the shell. */
    private static final String INITIALISE =
            "exec \"$SOFTHSM2_PROGRAM\" --module \"$SOFTHSM2_LIBRARY\" --init-token --free --label \"$TOKEN_LABEL\"";

    private static final Pattern SLOT = Pattern.compile("(?m)^(?=Slot )");

    private final SoftHsm softHsm;
    private final SoftToken softToken;

    SoftHsmProgram(SoftHsm softHsm, SoftToken softToken) {
        this.softHsm = softHsm;
        this.softToken = softToken;
    }

    /** A token that was made, and whether its user PIN was set. */
    record Slot(String label, boolean userPin) {}

    /** The labels that exist now; it takes another process, as this one sees no token made after its first look. */
    List<String> labels() {
        return slots().stream().map(Slot::label).toList();
    }

    /** The tokens that exist now. */
    List<Slot> slots() {
        ProcessBuilder command = new ProcessBuilder(
                softHsm.program().toString(), "--module", softHsm.library().toString(), "--show-slots");
        return SLOT.splitAsStream(run(command, new byte[0], "list the tokens"))
                .map(slot -> new Slot(
                        value(slot, "Label:"), value(slot, "User PIN init.:").equals("yes")))
                .filter(slot -> !slot.label().isEmpty())
                .toList();
    }

    private static String value(String slot, String name) {
        return slot.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElse("");
    }

    /** Initialises the one token that has the label anew, with all that is in it lost. */
    void initialiseAgain(String label, Pin securityOfficer, Pin user) {
        initialise(INITIALISE.replace("--free", "--token \"$TOKEN_LABEL\""), label, securityOfficer, user);
    }

    /**
     * Initialises a token. As arguments the PINs would be visible to everyone in the process list, and without them the
     * program reads a terminal and nothing else; so it is given one by {@code script}, to which the PINs are piped.
     */
    void initialise(String label, Pin securityOfficer, Pin user) {
        initialise(INITIALISE, label, securityOfficer, user);
    }

    private void initialise(String initialise, String label, Pin securityOfficer, Pin user) {
        ProcessBuilder command = new ProcessBuilder(
                "script", "--quiet", "--return", "--echo", "never", "--command", initialise, "/dev/null");
        command.environment().put("SHELL", "/bin/sh");
        command.environment().put("SOFTHSM2_PROGRAM", softHsm.program().toString());
        command.environment().put("SOFTHSM2_LIBRARY", softHsm.library().toString());
        command.environment().put("TOKEN_LABEL", label);
        byte[] answers = twiceEach(securityOfficer.bytes(), user.bytes());
        try {
            run(command, answers, "initialise token '" + label + "'");
        } finally {
            Arrays.fill(answers, (byte) 0);
        }
    }

    private String run(ProcessBuilder command, byte[] input, String task) {
        command.environment().put(SoftToken.VARIABLE, softToken.configuration().toString());
        command.redirectErrorStream(true);
        try {
            Process process = command.start();
            CompletableFuture<Void> deadline = CompletableFuture.runAsync(
                    () -> kill(process), CompletableFuture.delayedExecutor(TIMEOUT_S, TimeUnit.SECONDS));
            try (OutputStream stdin = process.getOutputStream()) {
                stdin.write(input);
            }
            byte[] output = process.getInputStream().readNBytes(OUTPUT_BYTES_MAX);
            int exit = process.waitFor();
            deadline.cancel(false);
            String text = new String(output, StandardCharsets.UTF_8);
            if (exit != 0) {
                throw new TokenException(Reason.UNAVAILABLE, "SoftHSM could not " + task + errorsIn(text));
            }
            return text;
        } catch (IOException e) {
            throw new TokenException(Reason.LIBRARY_MISSING, command.command().get(0) + " cannot be run to " + task, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenException(Reason.UNAVAILABLE, "interrupted while waiting for SoftHSM to " + task, e);
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** Only what the program marks as errors: the rest is a dialogue about PINs. */
    private static String errorsIn(String output) {
        return output.lines()
                .filter(line -> line.contains("ERROR: "))
                .map(line -> "; "
                        + line.substring(line.indexOf("ERROR: ") + "ERROR: ".length())
                                .strip())
                .distinct()
                .collect(Collectors.joining());
    }

    private static byte[] twiceEach(byte[] first, byte[] second) {
        byte[] lines = new byte[2 * (first.length + second.length + 2)];
        ByteBuffer buffer = ByteBuffer.wrap(lines);
        for (byte[] pin : List.of(first, first, second, second)) {
            buffer.put(pin).put((byte) '\n');
        }
        Arrays.fill(first, (byte) 0);
        Arrays.fill(second, (byte) 0);
        return lines;
    }
}
