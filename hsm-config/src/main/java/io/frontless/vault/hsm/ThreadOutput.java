package io.frontless.vault.hsm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Picks up what this thread prints to standard output while other threads keep printing where they did.
 * It exists because SunPKCS11 tells a token's label nowhere else, short of the JDK's internal classes.
 */
final class ThreadOutput extends OutputStream {

    private static final Object ONE_AT_A_TIME = new Object();

    private final Thread listenedTo = Thread.currentThread();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final PrintStream others;

    /** Whoever took hold of this stream meanwhile must not print into the void later. */
    private volatile boolean listening = true;

    /** What an action gave, and what it printed meanwhile. */
    record Heard<T>(T result, String text) {}

    private ThreadOutput(PrintStream others) {
        this.others = others;
    }

    static <T> Heard<T> of(Supplier<T> action) {
        synchronized (ONE_AT_A_TIME) {
            PrintStream before = System.out;
            ThreadOutput output = new ThreadOutput(before);
            PrintStream meanwhile = new PrintStream(output, true, StandardCharsets.UTF_8);
            System.setOut(meanwhile);
            try {
                T result = action.get();
                return new Heard<>(result, output.heard.toString(StandardCharsets.UTF_8));
            } finally {
                output.listening = false;
                if (System.out == meanwhile) {
                    System.setOut(before);
                }
            }
        }
    }

    @Override
    public void write(int b) throws IOException {
        target().write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        target().write(bytes, offset, length);
    }

    private OutputStream target() {
        return listening && Thread.currentThread() == listenedTo ? heard : others;
    }
}
