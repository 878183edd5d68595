package io.frontless.vault.envelope;

/** A ciphertext does not open: it, or what it is bound to, has changed, or another key made it. */
public final class TamperedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TamperedException() {
        super("a ciphertext does not open: it, or what it is bound to, has changed");
    }
}
