package io.frontless.vault.hsm;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** A key that authenticates by HMAC-SHA-256 (RFC 2104) inside the token, and from which the database's context key is derived. */
public final class MacKey {

    private final HsmToken token;
    private final int version;
    private final SecretKey key;

    MacKey(HsmToken token, int version) {
        this.token = token;
        this.version = version;
        this.key = token.unreadableKey(KeyLabel.MAC.of(version));
    }

    public int version() {
        return version;
    }

    /** The name under which the token holds it. */
    public String alias() {
        return KeyLabel.MAC.of(version);
    }

    /** The MAC of the content, 32 bytes. */
    public byte[] sign(byte[] content) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", token.provider());
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException | ProviderException e) {
            throw token.unavailable("make a MAC", e);
        }
    }

    /**
     * The key of workspace contexts that belongs to this version: 32 bytes, always the same. PostgreSQL verifies contexts by itself, so it has to
     * know this one; the key that it is made of stays in the token.
     */
    public byte[] contextKey() {
        return sign(("frontless context key|" + version).getBytes(StandardCharsets.US_ASCII));
    }
}
