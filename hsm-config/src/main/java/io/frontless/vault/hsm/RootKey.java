package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The root key-encryption key: wraps other keys by AES-256-GCM, which the token itself performs.
 * The stored form begins with its format and the root key's version; both are authenticated, together with the
 * caller's data, so a wrapped key opens only where it belongs.
 */
public final class RootKey {

    /** Keys are small; the limit keeps this from becoming a way to encrypt data at the token's speed. */
    public static final int KEY_BYTES_MAX = 64;

    /** Room for a workspace, a row, a column and a version. */
    public static final int AAD_BYTES_MAX = 1024;

    private static final String ALIAS = "frontless-root-";
    private static final Pattern VERSION = Pattern.compile(Pattern.quote(ALIAS) + "([1-9][0-9]{0,3})");

    private final HsmToken token;
    private final int version;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    private RootKey(HsmToken token, int version, SecretKey key) {
        this.token = token;
        this.version = version;
        this.key = key;
    }

    static Optional<RootKey> newestIn(HsmToken token) {
        OptionalInt newest = token.aliases().stream()
                .map(VERSION::matcher)
                .filter(alias -> alias.matches())
                .mapToInt(alias -> Integer.parseInt(alias.group(1)))
                .max();
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(new RootKey(token, newest.getAsInt(), load(token, newest.getAsInt())));
    }

    /** Creates the first version; to be called only where there is none. */
    static RootKey createIn(HsmToken token) {
        token.createKey(ALIAS + 1);
        return new RootKey(token, 1, load(token, 1));
    }

    /** The version that wraps; older ones only unwrap. */
    public int version() {
        return version;
    }

    /** The name under which the token holds this version. */
    public String alias() {
        return ALIAS + version;
    }

    /** Wraps a key of 1 to 64 bytes, bound to 1 to 1024 bytes that say where it belongs. The caller zeroes the key. */
    public byte[] wrap(byte[] secret, byte[] aad) {
        requireLength("key", secret, KEY_BYTES_MAX);
        requireLength("aad", aad, AAD_BYTES_MAX);
        byte[] iv = new byte[WrappedKey.IV_BYTES];
        random.nextBytes(iv);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, iv);
            cipher.updateAAD(WrappedKey.header(version));
            cipher.updateAAD(aad);
            return new WrappedKey(version, iv, cipher.doFinal(secret)).stored();
        } catch (GeneralSecurityException | ProviderException e) {
            throw token.unavailable("wrap a key", e);
        }
    }

    /** Opens what any version of the root key wrapped with the same {@code aad}. The caller zeroes the result. */
    public byte[] unwrap(byte[] stored, byte[] aad) {
        requireLength("aad", aad, AAD_BYTES_MAX);
        WrappedKey wrapped = WrappedKey.parse(stored);
        SecretKey opener = wrapped.version() == version ? key : load(token, wrapped.version());
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, opener, wrapped.iv());
            cipher.updateAAD(WrappedKey.header(wrapped.version()));
            cipher.updateAAD(aad);
            return cipher.doFinal(wrapped.sealed());
        } catch (AEADBadTagException e) {
            throw tamperedUnlessAway(aad);
        } catch (GeneralSecurityException | ProviderException e) {
            throw token.unavailable("unwrap a key", e);
        }
    }

    /** SunPKCS11 calls every failure to decrypt a bad tag, a lost token too; one that still wraps can be believed. */
    private TokenException tamperedUnlessAway(byte[] aad) {
        wrap(new byte[1], aad);
        return new TokenException(
                Reason.TAMPERED,
                "a wrapped key, or what it is bound to, has changed since token '" + token.label()
                        + "' wrapped it, or another token did");
    }

    private Cipher cipher(int mode, SecretKey with, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", token.provider());
        cipher.init(mode, with, new GCMParameterSpec(WrappedKey.TAG_BYTES * Byte.SIZE, iv));
        return cipher;
    }

    private static SecretKey load(HsmToken token, int version) {
        SecretKey key = token.key(ALIAS + version)
                .orElseThrow(() -> new TokenException(
                        Reason.KEY_MISSING, "token '" + token.label() + "' holds no key " + ALIAS + version));
        if (key.getFormat() != null) {
            throw new TokenException(
                    Reason.KEY_MISSING,
                    "key " + ALIAS + version + " of token '" + token.label() + "' can be read out: it is no root key");
        }
        return key;
    }

    private static void requireLength(String name, byte[] value, int bytesMax) {
        if (value.length == 0 || value.length > bytesMax) {
            throw new IllegalArgumentException(name + ": expected 1 to " + bytesMax + " bytes, found " + value.length);
        }
    }
}
