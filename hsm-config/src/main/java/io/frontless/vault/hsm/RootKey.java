package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.GeneralSecurityException;
import java.security.ProviderException;

/**
 * One version of the root key-encryption key: wraps other keys by a mechanism that the token itself performs.
 * The stored form begins with the mechanism and the root key's version; both are authenticated, together with the
 * caller's data, so a wrapped key opens only where it belongs.
 */
public final class RootKey {

    /** Keys are small; the limit keeps this from becoming a way to encrypt data at the token's speed. */
    public static final int KEY_BYTES_MAX = 64;

    /** Room for a workspace, a row, a column and a version. */
    public static final int AAD_BYTES_MAX = 1024;

    private final RootKeys all;
    private final HsmToken token;
    private final int version;
    private final Wrapping wrapping;

    RootKey(RootKeys all, HsmToken token, int version, Wrapping wrapping) {
        this.all = all;
        this.token = token;
        this.version = version;
        this.wrapping = wrapping;
    }

    /** The version that wraps; it unwraps what the others have wrapped, too. */
    public int version() {
        return version;
    }

    /** How this version wraps. */
    public RootMechanism mechanism() {
        return wrapping.mechanism();
    }

    /** The name under which the token holds this version. */
    public String alias() {
        return KeyLabel.ROOT.of(version);
    }

    /** The version of the root key that has wrapped this; it can be told without the token. */
    public static int versionOf(byte[] stored) {
        return WrappedKey.parse(stored).version();
    }

    /** Wraps a key of 1 to 64 bytes, bound to 1 to 1024 bytes that say where it belongs. The caller zeroes the key. */
    public byte[] wrap(byte[] secret, byte[] aad) {
        requireLength("key", secret, KEY_BYTES_MAX);
        requireLength("aad", aad, AAD_BYTES_MAX);
        try {
            return wrapping.wrap(version, secret, aad).stored();
        } catch (GeneralSecurityException | ProviderException e) {
            throw token.unavailable("wrap a key", e);
        }
    }

    /** Opens what any version of the root key wrapped with the same {@code aad}. The caller zeroes the result. */
    public byte[] unwrap(byte[] stored, byte[] aad) {
        requireLength("aad", aad, AAD_BYTES_MAX);
        WrappedKey wrapped = WrappedKey.parse(stored);
        RootKey opener = wrapped.version() == version ? this : all.version(wrapped.version());
        if (opener.mechanism() != wrapped.mechanism()) {
            throw tampered();
        }
        try {
            return opener.wrapping.unwrap(wrapped, aad);
        } catch (Wrapping.Changed e) {
            throw opener.tamperedUnlessAway(aad);
        } catch (GeneralSecurityException | ProviderException e) {
            throw token.unavailable("unwrap a key", e);
        }
    }

    /** SunPKCS11 calls every failure to decrypt a bad tag, a lost token too; one that still wraps can be believed. */
    private TokenException tamperedUnlessAway(byte[] aad) {
        wrap(new byte[1], aad);
        return tampered();
    }

    private TokenException tampered() {
        return new TokenException(
                Reason.TAMPERED,
                "a wrapped key, or what it is bound to, has changed since token '" + token.label()
                        + "' wrapped it, or another token did");
    }

    private static void requireLength(String name, byte[] value, int bytesMax) {
        if (value.length == 0 || value.length > bytesMax) {
            throw new IllegalArgumentException(name + ": expected 1 to " + bytesMax + " bytes, found " + value.length);
        }
    }
}
