package io.frontless.vault.control;

/** Base32 (RFC 4648 §6) without padding: what people type. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;
    private static final int MASK = 0x1f;
    private static final int BYTE_MASK = 0xff;

    private Base32() {}

    /** The text of bytes whose bits are a multiple of five. */
    static String of(byte[] bytes) {
        if (bytes.length * Byte.SIZE % BITS != 0) {
            throw new IllegalArgumentException("not a multiple of five bits");
        }
        StringBuilder text = new StringBuilder();
        int waiting = 0;
        int bits = 0;
        for (byte one : bytes) {
            waiting = (waiting << Byte.SIZE) | (one & BYTE_MASK);
            bits += Byte.SIZE;
            for (; bits >= BITS; bits -= BITS) {
                text.append(ALPHABET.charAt((waiting >> (bits - BITS)) & MASK));
            }
        }
        return text.toString();
    }
}
