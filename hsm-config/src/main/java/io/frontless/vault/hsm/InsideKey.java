package io.frontless.vault.hsm;

import static sun.security.pkcs11.wrapper.PKCS11Constants.CKM_AES_GCM;

import io.frontless.vault.hsm.TokenException.Reason;
import java.util.Arrays;
import sun.security.pkcs11.wrapper.CK_GCM_PARAMS;
import sun.security.pkcs11.wrapper.CK_MECHANISM;
import sun.security.pkcs11.wrapper.PKCS11;
import sun.security.pkcs11.wrapper.PKCS11Exception;

/**
 * A workspace key inside the token, which encrypts there by AES-256-GCM. It lives in a session of its own and is gone with it. Safe for many
 * threads; one uses it at a time.
 */
public final class InsideKey implements AutoCloseable {

    /** Beyond this the token is the wrong place: each byte goes there and back. */
    public static final int BYTES_MAX = 64 * 1024;

    private final Cryptoki cryptoki;
    private final long session;
    private final long key;
    private boolean closed;

    InsideKey(Cryptoki cryptoki, long session, long key) {
        this.cryptoki = cryptoki;
        this.session = session;
        this.key = key;
    }

    /** Encrypts up to 64 KiB, bound to {@code aad}: {@code IV (12) | ciphertext | tag (16)}. The caller zeroes {@code clear}. */
    public synchronized byte[] encrypt(byte[] clear, byte[] aad) {
        requireUsable(clear.length);
        PKCS11 library = cryptoki.library();
        try {
            byte[] iv = new byte[WrappedKey.GCM_IV_BYTES];
            library.C_GenerateRandom(session, iv);
            byte[] sealed = Arrays.copyOf(iv, iv.length + clear.length + WrappedKey.GCM_TAG_BYTES);
            library.C_EncryptInit(session, mechanism(iv, aad), key);
            int written = library.C_Encrypt(
                    session, 0, clear, 0, clear.length, 0, sealed, iv.length, sealed.length - iv.length);
            if (written != sealed.length - iv.length) {
                throw new IllegalStateException("AES-GCM gave " + written + " bytes for " + clear.length);
            }
            return sealed;
        } catch (PKCS11Exception e) {
            throw cryptoki.unavailable("encrypt", e);
        }
    }

    /** Decrypts what {@link #encrypt} gave; TAMPERED if it, or {@code aad}, is not what it was. The caller zeroes the result. */
    public synchronized byte[] decrypt(byte[] sealed, byte[] aad) {
        int clearBytes = sealed.length - WrappedKey.GCM_IV_BYTES - WrappedKey.GCM_TAG_BYTES;
        if (clearBytes < 0) {
            throw tampered();
        }
        requireUsable(clearBytes);
        byte[] iv = Arrays.copyOf(sealed, WrappedKey.GCM_IV_BYTES);
        // SoftHSM wants room for the tag, too.
        byte[] clear = new byte[clearBytes + WrappedKey.GCM_TAG_BYTES];
        try {
            PKCS11 library = cryptoki.library();
            library.C_DecryptInit(session, mechanism(iv, aad), key);
            int written = library.C_Decrypt(
                    session, 0, sealed, iv.length, sealed.length - iv.length, 0, clear, 0, clear.length);
            return Arrays.copyOf(clear, written);
        } catch (PKCS11Exception e) {
            throw tamperedUnlessAway();
        } finally {
            Arrays.fill(clear, (byte) 0);
        }
    }

    /** Ends the session, and with it the key. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            try {
                cryptoki.library().C_CloseSession(session);
            } catch (PKCS11Exception e) {
                // A session that is lost is closed.
            }
        }
    }

    /** Makes tell a wrong tag by different codes; one that still encrypts can be believed. */
    private TokenException tamperedUnlessAway() {
        var unused = encrypt(new byte[1], new byte[1]);
        return tampered();
    }

    private static TokenException tampered() {
        return new TokenException(
                Reason.TAMPERED, "what was encrypted inside the token, or what it is bound to, has changed since");
    }

    private void requireUsable(int bytes) {
        if (closed) {
            throw new IllegalStateException("this key was closed");
        }
        if (bytes > BYTES_MAX) {
            throw new IllegalArgumentException("expected at most " + BYTES_MAX + " bytes, found " + bytes);
        }
    }

    private static CK_MECHANISM mechanism(byte[] iv, byte[] aad) {
        return new CK_MECHANISM(CKM_AES_GCM, new CK_GCM_PARAMS(WrappedKey.GCM_TAG_BYTES * Byte.SIZE, iv, aad));
    }
}
