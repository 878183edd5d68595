package io.frontless.vault.envelope;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import java.util.function.Function;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * A key in memory. It seals by AES-256-GCM (NIST SP 800-38D) with a random IV of 12 bytes before the ciphertext and a tag of 16 behind it, fewer than
 * 2^32 times (§8.3), which no workspace comes near. To expand an AES key takes four times as long as to open 1 KB, so the cipher stays with
 * its key, for one user at a time.
 */
public final class OpenKey implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] bytes;
    private @Nullable Cipher cipher;

    /** Takes the array over, and zeroes it at the end. */
    public OpenKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads the key itself, which must not be kept. */
    public <T> T read(Function<byte[], T> use) {
        return use.apply(bytes);
    }

    /** IV, ciphertext and tag of a secret, which the caller zeroes. */
    public synchronized byte[] encrypt(byte[] secret, byte[] aad) {
        byte[] iv = new byte[IV_BYTES];
        RANDOM.nextBytes(iv);
        try {
            Cipher started = started(Cipher.ENCRYPT_MODE, new GCMParameterSpec(TAG_BITS, iv), aad);
            byte[] sealed = new byte[IV_BYTES + secret.length + TAG_BITS / Byte.SIZE];
            System.arraycopy(iv, 0, sealed, 0, IV_BYTES);
            started.doFinal(secret, 0, secret.length, sealed, IV_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** The secret, which the caller zeroes; {@link TamperedException} where one bit of it, its key or what it is bound to is not what it was. */
    public synchronized byte[] decrypt(byte[] stored, byte[] aad) {
        if (stored.length < IV_BYTES + TAG_BITS / Byte.SIZE) {
            throw new TamperedException();
        }
        try {
            return started(Cipher.DECRYPT_MODE, new GCMParameterSpec(TAG_BITS, stored, 0, IV_BYTES), aad)
                    .doFinal(stored, IV_BYTES, stored.length - IV_BYTES);
        } catch (AEADBadTagException e) {
            throw new TamperedException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    }

    /** Zeroes the key, and has the cipher erase what it made of it by giving it another. */
    @Override
    public synchronized void close() {
        Arrays.fill(bytes, (byte) 0);
        if (cipher != null) {
            try {
                init(cipher, Cipher.DECRYPT_MODE, new GCMParameterSpec(TAG_BITS, new byte[IV_BYTES]));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("zeroes are a key, too", e);
            }
        }
    }

    private Cipher started(int mode, AlgorithmParameterSpec parameters, byte[] aad) throws GeneralSecurityException {
        if (cipher == null) {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        }
        init(cipher, mode, parameters);
        cipher.updateAAD(aad);
        return cipher;
    }

    private void init(Cipher cipher, int mode, AlgorithmParameterSpec parameters)
            throws InvalidKeyException, InvalidAlgorithmParameterException {
        cipher.init(mode, new Aes(bytes), parameters);
    }

    /** What a cipher asks for; unlike the JDK's it keeps no copy of its own. The cipher zeroes the one that it gets. */
    @SuppressWarnings({"serial", "ArrayRecordComponent"})
    private record Aes(byte[] bytes) implements SecretKey {
        @Override
        public String getAlgorithm() {
            return "AES";
        }

        @Override
        public String getFormat() {
            return "RAW";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }
}
