package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Remembers that a PIN was refused, so that the same one is never tried again: each attempt brings a token nearer to locking itself. */
final class PinRefusal {

    private final PinSource source;
    private final byte[] salt = new byte[16];
    private @Nullable TokenException refusal;
    private byte @Nullable [] refused;

    PinRefusal(PinSource source) {
        this.source = source;
        new SecureRandom().nextBytes(salt);
    }

    synchronized void remember(TokenException e) {
        refusal = e;
        refused = fingerprint();
    }

    synchronized void forget() {
        refusal = null;
        refused = null;
    }

    /** Throws the refusal, unless there is none or the PIN that is there now was not tried yet. */
    synchronized void requireNone() {
        TokenException last = refusal;
        if (last == null) {
            return;
        }
        byte[] now = last.reason() == Reason.PIN_WRONG ? fingerprint() : null;
        if (now == null || refused == null || MessageDigest.isEqual(now, refused)) {
            throw last;
        }
        forget();
    }

    /** Nothing where there is no PIN to be read. */
    private byte @Nullable [] fingerprint() {
        try (Pin pin = source.read()) {
            return pin.fingerprint(salt);
        } catch (TokenException none) {
            return null;
        }
    }
}
