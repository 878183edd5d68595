package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;

/** A PIN read from its file, zeroed when closed. */
final class Pin implements AutoCloseable {

    /** The limits of SoftHSM; others want more than 4, and say so themselves. */
    private static final int CHARS_MIN = 4;

    private static final int CHARS_MAX = 255;

    private final byte[] content;
    private final int length;

    private Pin(byte[] content, int length) {
        this.content = content;
        this.length = length;
    }

    /** Reads the file's one line of 4 to 255 printable ASCII characters. */
    static Pin read(Path file) {
        byte[] content = contentOf(file);
        int length = content.length;
        while (length > 0 && (content[length - 1] == '\n' || content[length - 1] == '\r')) {
            length--;
        }
        Pin pin = new Pin(content, length);
        if (!pin.isPlain()) {
            pin.close();
            throw new TokenException(
                    Reason.PIN_MISSING,
                    file + " must hold one PIN of " + CHARS_MIN + " to " + CHARS_MAX
                            + " printable ASCII characters without blanks");
        }
        return pin;
    }

    /** A fresh copy of the PIN; the caller zeroes it. */
    byte[] bytes() {
        return Arrays.copyOf(content, length);
    }

    /** Gives the PIN to the first who asks and to no one after, because trying a wrong PIN again locks a token. */
    CallbackHandler onlyOnce() {
        boolean[] given = new boolean[1];
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (given[0] || !(callback instanceof PasswordCallback password)) {
                    throw new UnsupportedCallbackException(callback, "the PIN is given once, and nothing else is");
                }
                given[0] = true;
                give(password);
            }
        };
    }

    @Override
    public void close() {
        Arrays.fill(content, (byte) 0);
    }

    private void give(PasswordCallback callback) {
        char[] chars = new char[length];
        for (int i = 0; i < length; i++) {
            chars[i] = (char) content[i];
        }
        callback.setPassword(chars);
        Arrays.fill(chars, '\0');
    }

    private boolean isPlain() {
        for (int i = 0; i < length; i++) {
            if (content[i] <= ' ' || content[i] > '~') {
                return false;
            }
        }
        return length >= CHARS_MIN && length <= CHARS_MAX;
    }

    private static byte[] contentOf(Path file) {
        try {
            if (Files.size(file) <= CHARS_MAX + 2) {
                return Files.readAllBytes(file);
            }
        } catch (IOException e) {
            throw new TokenException(Reason.PIN_MISSING, "the PIN file " + file + " cannot be read", e);
        }
        throw new TokenException(Reason.PIN_MISSING, file + " is too long to be a PIN");
    }
}
