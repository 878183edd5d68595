package io.frontless.launcher;

import java.io.Console;
import java.util.Arrays;

/** A PIN that a person types, without an echo. */
final class TypedPin {
    private TypedPin() {}

    /** Asks at the terminal; the caller zeroes the answer. A newer JDK gives a console without a terminal, too, which answers nothing. */
    @SuppressWarnings("SystemConsoleNull")
    static byte[] ask() {
        Console console = System.console();
        if (console == null) {
            throw new StartFailure("--ask-pin: expected a terminal to ask at, found none.");
        }
        char[] typed = console.readPassword("PIN of the token: ");
        if (typed == null) {
            throw new StartFailure("--ask-pin: no PIN was typed.");
        }
        byte[] pin = new byte[typed.length];
        for (int i = 0; i < typed.length; i++) {
            // Anything but ASCII is refused later, as no PIN.
            pin[i] = (byte) (typed[i] < 128 ? typed[i] : 0);
        }
        Arrays.fill(typed, '\0');
        return pin;
    }
}
