package io.frontless.launcher;

import java.io.PrintStream;
import java.util.Locale;

/** The console: one line per step of the start, with the seconds since the beginning. */
final class Progress {
    private final PrintStream console;
    private final long startedNs = System.nanoTime();

    Progress(PrintStream console) {
        this.console = console;
    }

    /** Announces a step that was completed. */
    void done(String what) {
        double seconds = (System.nanoTime() - startedNs) / 1e9;
        console.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, what));
    }

    /** Prints text as it is. */
    void say(String text) {
        console.println(text);
    }
}
