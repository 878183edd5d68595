package io.frontless.vault.control;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * A code for whoever has lost the other factors: 120 random bits in six groups of four letters and digits. So many that a plain hash keeps them
 * (ASVS 5.0, 6.5.2). It has no text form but {@link #text}.
 */
public final class RecoveryCode {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 15;
    private static final String GROUP = "(?<=\\G.{4})(?=.)";

    private final String letters;

    private RecoveryCode(String letters) {
        this.letters = letters;
    }

    /** A new one. */
    public static RecoveryCode random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new RecoveryCode(Base32.of(bytes));
    }

    /** What somebody types as one: in whatever case, with whatever between the groups; a zero is meant as O, a one as I. */
    public static RecoveryCode typed(String text) {
        String letters = text.toUpperCase(Locale.ROOT).replace('0', 'O').replace('1', 'I');
        return new RecoveryCode(letters.replaceAll("[^A-Z2-7]", ""));
    }

    /** The code itself, for the one answer that tells it. */
    public String text() {
        return letters.replaceAll(GROUP, "-");
    }

    /** What is stored of it. */
    public byte[] hash() {
        return Digests.sha256("recovery code|" + letters);
    }

    @Override
    public String toString() {
        return "a recovery code";
    }
}
