package io.frontless.vault.hsm;

import io.frontless.vault.hsm.TokenException.Reason;
import java.nio.ByteBuffer;

/**
 * A wrapped key as it is stored: {@code format (1 byte) | root key version (2) | IV | ciphertext | tag}. The format names the mechanism:
 * 1 is aes-gcm (IV of 12 bytes, tag of 16, which is part of the ciphertext), 2 is aes-cbc-hmac (IV of 16, tag of 32).
 */
final class WrappedKey {

    static final int GCM_IV_BYTES = 12;
    static final int GCM_TAG_BYTES = 16;
    static final int CBC_IV_BYTES = 16;
    static final int MAC_BYTES = 32;

    private static final int HEADER_BYTES = 3;
    private static final int BLOCK_BYTES = 16;

    private final RootMechanism mechanism;
    private final int version;
    private final byte[] iv;
    private final byte[] sealed;

    WrappedKey(RootMechanism mechanism, int version, byte[] iv, byte[] sealed) {
        this.mechanism = mechanism;
        this.version = version;
        this.iv = iv;
        this.sealed = sealed;
    }

    /** Reads the stored form; another format or length is a sign of tampering, as nothing else was ever written. */
    static WrappedKey parse(byte[] stored) {
        ByteBuffer buffer = ByteBuffer.wrap(stored);
        if (stored.length < HEADER_BYTES) {
            throw tampered(stored.length);
        }
        RootMechanism mechanism = mechanism(buffer.get());
        int version = Short.toUnsignedInt(buffer.getShort());
        int ivBytes = mechanism == RootMechanism.AES_GCM ? GCM_IV_BYTES : CBC_IV_BYTES;
        int sealedBytes = stored.length - HEADER_BYTES - ivBytes;
        if (!possible(mechanism, sealedBytes)) {
            throw tampered(stored.length);
        }
        byte[] iv = new byte[ivBytes];
        buffer.get(iv);
        byte[] sealed = new byte[sealedBytes];
        buffer.get(sealed);
        return new WrappedKey(mechanism, version, iv, sealed);
    }

    /** The first bytes of the stored form, which are authenticated with the key. */
    static byte[] header(RootMechanism mechanism, int version) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .put(mechanism.format())
                .putShort((short) version)
                .array();
    }

    byte[] stored() {
        return ByteBuffer.allocate(HEADER_BYTES + iv.length + sealed.length)
                .put(header(mechanism, version))
                .put(iv)
                .put(sealed)
                .array();
    }

    RootMechanism mechanism() {
        return mechanism;
    }

    int version() {
        return version;
    }

    byte[] iv() {
        return iv;
    }

    /** Ciphertext and tag. */
    byte[] sealed() {
        return sealed;
    }

    private static boolean possible(RootMechanism mechanism, int sealedBytes) {
        return switch (mechanism) {
            case AES_GCM -> sealedBytes > GCM_TAG_BYTES && sealedBytes <= RootKey.KEY_BYTES_MAX + GCM_TAG_BYTES;
            case AES_CBC_HMAC ->
                sealedBytes >= BLOCK_BYTES + MAC_BYTES
                        && sealedBytes <= RootKey.KEY_BYTES_MAX + BLOCK_BYTES + MAC_BYTES
                        && sealedBytes % BLOCK_BYTES == 0;
        };
    }

    private static RootMechanism mechanism(byte format) {
        for (RootMechanism mechanism : RootMechanism.values()) {
            if (mechanism.format() == format) {
                return mechanism;
            }
        }
        throw new TokenException(Reason.TAMPERED, "a wrapped key has format 1 or 2, found " + format);
    }

    private static TokenException tampered(int length) {
        return new TokenException(Reason.TAMPERED, "a wrapped key cannot be " + length + " bytes long");
    }
}
