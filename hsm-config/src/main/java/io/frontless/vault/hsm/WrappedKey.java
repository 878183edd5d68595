package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.nio.ByteBuffer;

/**
 * A wrapped key as it is stored: {@code format (1 byte) | root key version (2) | IV (12) | ciphertext and tag}.
 * A second mechanism will be a second format.
 */
final class WrappedKey {

    static final int IV_BYTES = 12;
    static final int TAG_BYTES = 16;

    private static final byte FORMAT_AES_GCM = 1;
    private static final int HEADER_BYTES = 3;

    private final int version;
    private final byte[] iv;
    private final byte[] sealed;

    WrappedKey(int version, byte[] iv, byte[] sealed) {
        this.version = version;
        this.iv = iv;
        this.sealed = sealed;
    }

    /** Reads the stored form; another format or length is a sign of tampering, as nothing else was ever written. */
    static WrappedKey parse(byte[] stored) {
        int sealedBytes = stored.length - HEADER_BYTES - IV_BYTES;
        if (sealedBytes <= TAG_BYTES || sealedBytes > RootKey.KEY_BYTES_MAX + TAG_BYTES) {
            throw new TokenException(Reason.TAMPERED, "a wrapped key cannot be " + stored.length + " bytes long");
        }
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        byte format = buffer.get();
        if (format != FORMAT_AES_GCM) {
            throw new TokenException(
                    Reason.TAMPERED, "a wrapped key has format " + FORMAT_AES_GCM + ", found " + format);
        }
        int version = Short.toUnsignedInt(buffer.getShort());
        byte[] iv = new byte[IV_BYTES];
        buffer.get(iv);
        byte[] sealed = new byte[sealedBytes];
        buffer.get(sealed);
        return new WrappedKey(version, iv, sealed);
    }

    /** The first bytes of the stored form, which are authenticated with the key. */
    static byte[] header(int version) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(FORMAT_AES_GCM)
                .putShort((short) version)
                .array();
    }

    byte[] stored() {
        return ByteBuffer.allocate(HEADER_BYTES + iv.length + sealed.length)
                .put(header(version))
                .put(iv)
                .put(sealed)
                .array();
    }

    int version() {
        return version;
    }

    byte[] iv() {
        return iv;
    }

    byte[] sealed() {
        return sealed;
    }
}
