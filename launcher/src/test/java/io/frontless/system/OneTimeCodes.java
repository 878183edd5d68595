package io.frontless.system;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app: makes the codes of a key (RFC 6238). A code of the step before or after the present one is accepted, too, which spares tests the waiting. */
public final class OneTimeCodes {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_MS = 30_000;

    private final byte[] secret;
    private final long start = System.currentTimeMillis() / STEP_MS;

    /** Of a key in base32, in groups or not. */
    public OneTimeCodes(String key) {
        this.secret = bytes(key.replaceAll("\\s", ""));
    }

    /** The code of the step in which this app was made, or of one so many steps later. */
    public String code(int stepsLater) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(start + stepsLater).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 15) & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that is none of these. */
    public String wrong(int number) {
        String code = String.format("%06d", number);
        boolean right = code.equals(code(-1)) || code.equals(code(0)) || code.equals(code(1)) || code.equals(code(2));
        return right ? String.format("%06d", number + 500_000) : code;
    }

    private static byte[] bytes(String base32) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long waiting = 0;
        int bits = 0;
        for (char letter : base32.toUpperCase(Locale.ROOT).toCharArray()) {
            waiting = (waiting << 5) | ALPHABET.indexOf(letter);
            bits += 5;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes.write((int) (waiting >> bits));
            }
        }
        return bytes.toByteArray();
    }
}
