package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers that a PIN was refused, so that the same one is never tried again: each attempt brings a token nearer to locking itself. */
final class PinRefusal {

    private final PinSource source;
    private final byte[] salt = new byte[16];
    private @Nullable TokenException refusal;
    private final Set<String> refused = new HashSet<>();

    PinRefusal(PinSource source) {
        this.source = source;
        new SecureRandom().nextBytes(salt);
    }

    synchronized void remember(TokenException e) {
        refusal = e;
        fingerprint().ifPresent(refused::add);
    }

    synchronized void forget() {
        refusal = null;
        refused.clear();
    }

    /** Throws the refusal, unless there is none or the PIN that is there now was not tried yet. */
    synchronized void requireNone() {
        TokenException last = refusal;
        if (last == null) {
            return;
        }
        boolean other = last.reason() == Reason.PIN_WRONG
                && fingerprint().filter(pin -> !refused.contains(pin)).isPresent();
        if (!other) {
            throw last;
        }
        refusal = null;
    }

    /** Nothing where there is no PIN to be read. */
    private Optional<String> fingerprint() {
        try (Pin pin = source.read()) {
            return Optional.of(HexFormat.of().formatHex(pin.fingerprint(salt)));
        } catch (TokenException none) {
            return Optional.empty();
        }
    }
}
