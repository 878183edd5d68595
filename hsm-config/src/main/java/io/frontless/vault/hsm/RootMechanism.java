package io.frontless.vault.hsm;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * How a root key wraps other keys inside the token. A version of the root key is made for one mechanism and serves no other; what it has wrapped
 * names both, so both may be in use at a time.
 */
public enum RootMechanism {
    /** AES-256-GCM (NIST SP 800-38D) with an IV of ours: for tokens that take one. */
    AES_GCM("aes-gcm", (byte) 1),
    /** AES-256-CBC, then HMAC-SHA-256 by a second key over everything: for tokens that insist on choosing the IV of GCM, or have no GCM. */
    AES_CBC_HMAC("aes-cbc-hmac", (byte) 2);

    private final String text;
    private final byte format;

    RootMechanism(String text, byte format) {
        this.text = text;
        this.format = format;
    }

    /** The value of {@code frontless.vault.root-mechanism}: {@code aes-gcm} or {@code aes-cbc-hmac}. */
    public static RootMechanism of(String text) {
        return Arrays.stream(values())
                .filter(mechanism -> mechanism.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("frontless.vault.root-mechanism: expected "
                        + Arrays.stream(values()).map(each -> each.text).collect(Collectors.joining(" or "))
                        + ", found "
                        + text));
    }

    /** As it is written in the configuration. */
    public String text() {
        return text;
    }

    /** The first byte of what it wraps. */
    byte format() {
        return format;
    }
}
