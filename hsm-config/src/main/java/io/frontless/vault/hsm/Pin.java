package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.callback.UnsupportedCallbackException;

/** A PIN, zeroed when closed; some makes call {@code user:password} one, or a key number with a password. */
public final class Pin implements AutoCloseable {

    /** The limits of SoftHSM; others want more than 4, and say so themselves. */
    private static final int CHARS_MIN = 4;

    static final int CHARS_MAX = 255;

    private final byte[] content;
    private final int length;

    private Pin(byte[] content, int length) {
        this.content = content;
        this.length = length;
    }

    /** The one line of 4 to 255 printable ASCII characters that is the content; it is zeroed when the PIN is closed. */
    static Pin of(byte[] content, String source) {
        int length = content.length;
        while (length > 0 && (content[length - 1] == '\n' || content[length - 1] == '\r')) {
            length--;
        }
        Pin pin = new Pin(content, length);
        if (!pin.isPlain()) {
            pin.close();
            throw new TokenException(
                    Reason.PIN_MISSING,
                    source + " must hold one PIN of " + CHARS_MIN + " to " + CHARS_MAX
                            + " printable ASCII characters without blanks");
        }
        return pin;
    }

    /** By which the same PIN is known again without being kept: SHA-256 over a salt of the process and the PIN. */
    byte[] fingerprint(byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            digest.update(content, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** A fresh copy of the PIN; the caller zeroes it. */
    byte[] bytes() {
        return Arrays.copyOf(content, length);
    }

    /**
     * Gives the PIN to the first who asks and to no one after, because trying a wrong PIN again locks a token. It is read only when somebody asks:
     * nobody does where this process is logged in already.
     */
    static CallbackHandler onlyOnce(PinSource source) {
        boolean[] given = new boolean[1];
        return callbacks -> {
            for (Callback callback : callbacks) {
                if (given[0] || !(callback instanceof PasswordCallback password)) {
                    throw new UnsupportedCallbackException(callback, "the PIN is given once, and nothing else is");
                }
                given[0] = true;
                try (Pin pin = source.read()) {
                    pin.give(password);
                }
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
}
