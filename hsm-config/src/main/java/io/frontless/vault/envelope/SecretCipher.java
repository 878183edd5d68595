package io.frontless.vault.envelope;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) with a random IV of 12 bytes before the ciphertext and a tag of 16 behind it. A key seals fewer than 2^32 secrets
 * (§8.3), which no workspace comes near.
 */
public final class SecretCipher {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private SecretCipher() {}

    /** IV, ciphertext and tag of a secret; the caller zeroes key and secret. */
    public static byte[] encrypt(byte[] key, byte[] secret, byte[] aad) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv), aad);
            byte[] sealed = new byte[IV_BYTES + secret.length + TAG_BITS / Byte.SIZE];
            System.arraycopy(iv, 0, sealed, 0, IV_BYTES);
            cipher.doFinal(secret, 0, secret.length, sealed, IV_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** The secret, which the caller zeroes; {@link TamperedException} where one bit of it, its key or what it is bound to is not what it was. */
    public static byte[] decrypt(byte[] key, byte[] stored, byte[] aad) {
        if (stored.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
            throw new TamperedException();
        }
        GCMParameterSpec parameters = new GCMParameterSpec(TAG_BITS, stored, 0, IV_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, parameters, aad)
                    .doFinal(stored, IV_BYTES, stored.length - IV_BYTES);
        } catch (AEADBadTagException e) {
            throw new TamperedException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    private static Cipher cipher(int mode, byte[] key, GCMParameterSpec parameters, byte[] aad)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), parameters);
        cipher.updateAAD(aad);
        return cipher;
    }
}
