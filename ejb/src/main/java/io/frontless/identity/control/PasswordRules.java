package io.frontless.identity.control;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.List;

/**
 * Which passwords are accepted (NIST SP 800-63B-4 §3.1.1): any characters, so many of them, and none that is known to be common or is guessed as soon
 * as those. The password itself never gets into a message.
 */
final class PasswordRules {

    /** Guesses that a password must withstand: beyond the lists of common ones and their usual variations. */
    private static final double GUESSES_LOG10_MIN = 8;

    /** What follows makes no password easier to guess, and estimating takes time by the square of the length. */
    private static final int ESTIMATED_CHARS_MAX = 40;

    private static final Zxcvbn ESTIMATE = estimate();

    private PasswordRules() {}

    /** Knows common passwords and keyboards. Dictionaries of words would take much memory, to find what is too short here anyway. */
    private static Zxcvbn estimate() {
        try {
            return new ZxcvbnBuilder()
                    .dictionary(StandardDictionaries.PASSWORDS_LOADER.load())
                    .keyboard(StandardKeyboards.QWERTY_LOADER.load())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses as INVALID; {@code known} is what everybody knows of the person, such as the address. */
    static void require(String field, String password, List<String> known) {
        String text = Normalizer.normalize(password, Normalizer.Form.NFC);
        int chars = text.codePointCount(0, text.length());
        if (chars < Limits.PASSWORD_CHARS_MIN || chars > Limits.PASSWORD_CHARS_MAX) {
            throw Rejection.invalid(
                    field,
                    Limits.PASSWORD_CHARS_MIN + " to " + Limits.PASSWORD_CHARS_MAX + " characters",
                    chars + " characters");
        }
        String estimated = text.substring(0, Math.min(text.length(), ESTIMATED_CHARS_MAX));
        if (ESTIMATE.measure(estimated, known).getGuessesLog10() < GUESSES_LOG10_MIN) {
            throw Rejection.invalid(
                    field, "a password that is not easily guessed", "a common one, or a variation of one");
        }
    }
}
