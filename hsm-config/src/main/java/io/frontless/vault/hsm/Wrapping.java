package io.frontless.vault.hsm;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

/** One mechanism with the keys of one version of the root key. */
sealed interface Wrapping {

    RootMechanism mechanism();

    WrappedKey wrap(int version, byte[] secret, byte[] aad) throws GeneralSecurityException;

    /** What was wrapped; {@link Changed} where it, or {@code aad}, is not what it was. */
    byte[] unwrap(WrappedKey wrapped, byte[] aad) throws GeneralSecurityException, Changed;

    /** The authentication has failed. */
    final class Changed extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** AES-256-GCM. The header has a fixed length, so header and {@code aad} one after the other are unambiguous. */
    record Gcm(Provider provider, SecretKey key, IvSource ivs) implements Wrapping {

        @Override
        public RootMechanism mechanism() {
            return RootMechanism.AES_GCM;
        }

        @Override
        public WrappedKey wrap(int version, byte[] secret, byte[] aad) throws GeneralSecurityException {
            byte[] iv = ivs.next(WrappedKey.GCM_IV_BYTES);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, version, aad).doFinal(secret);
            return new WrappedKey(mechanism(), version, iv, sealed);
        }

        @Override
        public byte[] unwrap(WrappedKey wrapped, byte[] aad) throws GeneralSecurityException, Changed {
            try {
                return cipher(Cipher.DECRYPT_MODE, wrapped.iv(), wrapped.version(), aad)
                        .doFinal(wrapped.sealed());
            } catch (AEADBadTagException e) {
                throw new Changed();
            }
        }

        private Cipher cipher(int mode, byte[] iv, int version, byte[] aad) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
            cipher.init(mode, key, new GCMParameterSpec(WrappedKey.GCM_TAG_BYTES * Byte.SIZE, iv));
            cipher.updateAAD(WrappedKey.header(mechanism(), version));
            cipher.updateAAD(aad);
            return cipher;
        }
    }

    /** Encrypt, then MAC: the MAC covers header, IV, {@code aad} with its length, and ciphertext, and is checked before anything is decrypted. */
    record CbcHmac(Provider provider, SecretKey key, SecretKey macKey, IvSource ivs) implements Wrapping {

        @Override
        public RootMechanism mechanism() {
            return RootMechanism.AES_CBC_HMAC;
        }

        @Override
        public WrappedKey wrap(int version, byte[] secret, byte[] aad) throws GeneralSecurityException {
            byte[] iv = ivs.next(WrappedKey.CBC_IV_BYTES);
            byte[] encrypted = cipher(Cipher.ENCRYPT_MODE, iv).doFinal(secret);
            byte[] tag = mac(version, iv, aad, encrypted);
            byte[] sealed = Arrays.copyOf(encrypted, encrypted.length + tag.length);
            System.arraycopy(tag, 0, sealed, encrypted.length, tag.length);
            return new WrappedKey(mechanism(), version, iv, sealed);
        }

        @Override
        public byte[] unwrap(WrappedKey wrapped, byte[] aad) throws GeneralSecurityException, Changed {
            int encryptedBytes = wrapped.sealed().length - WrappedKey.MAC_BYTES;
            byte[] encrypted = Arrays.copyOf(wrapped.sealed(), encryptedBytes);
            byte[] tag = Arrays.copyOfRange(wrapped.sealed(), encryptedBytes, wrapped.sealed().length);
            if (!MessageDigest.isEqual(tag, mac(wrapped.version(), wrapped.iv(), aad, encrypted))) {
                throw new Changed();
            }
            return cipher(Cipher.DECRYPT_MODE, wrapped.iv()).doFinal(encrypted);
        }

        private Cipher cipher(int mode, byte[] iv) throws GeneralSecurityException {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding", provider);
            cipher.init(mode, key, new IvParameterSpec(iv));
            return cipher;
        }

        private byte[] mac(int version, byte[] iv, byte[] aad, byte[] encrypted) throws GeneralSecurityException {
            Mac mac = Mac.getInstance("HmacSHA256", provider);
            mac.init(macKey);
            mac.update(WrappedKey.header(mechanism(), version));
            mac.update(iv);
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(aad.length).array());
            mac.update(aad);
            return mac.doFinal(encrypted);
        }
    }
}
