package io.frontless.vault.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM (NIST SP 800-38D) under a workspace key; the stored form is the 12-byte IV, then ciphertext and tag. */
final class SecretCipher {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SecretCipher() {}

    static byte[] encrypt(byte[] key, byte[] secret, byte[] aad) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, iv, aad).doFinal(secret);
            return ByteBuffer.allocate(IV_BYTES + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    static byte[] decrypt(byte[] key, byte[] stored, byte[] aad) {
        if (stored.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
            throw tampered();
        }
        byte[] iv = new byte[IV_BYTES];
        ByteBuffer.wrap(stored).get(iv);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, iv, aad).doFinal(stored, IV_BYTES, stored.length - IV_BYTES);
        } catch (AEADBadTagException e) {
            throw tampered();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] iv, byte[] aad) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(aad);
        return cipher;
    }

    private static Rejection tampered() {
        return new Rejection(Reason.SEALED, "a secret does not open: it, or what it is bound to, has changed");
    }
}
