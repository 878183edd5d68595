package io.frontless.vault.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One-time codes as RFC 6238 has them, and recovery codes as people type them. */
class TotpTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.ofEpochSecond(1_111_111_109);
    private static final long STEP = 37_037_036;

    /** RFC 6238, appendix B, SHA-1: its last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, seconds / 30)).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(seconds))).isEqualTo(OptionalLong.of(seconds / 30));
    }

    @Test
    void codeOfTheStepBeforeAndAfterIsAcceptedAndNoOther() {
        for (long step = STEP - 3; step <= STEP + 3; step++) {
            OptionalLong found = Totp.step(SECRET, Totp.code(SECRET, step), NOW);

            assertThat(found).isEqualTo(Math.abs(step - STEP) <= 1 ? OptionalLong.of(step) : OptionalLong.empty());
        }
    }

    @Test
    void whatIsNoCodeIsOfNoStep() {
        for (String nonsense :
                new String[] {"", "0", "81804", "0818040", "+81804", "08180４", "\u0000\u0000\u0000\u0000\u0000\u0000"
                }) {
            assertThat(Totp.step(SECRET, nonsense, NOW)).as(nonsense).isEmpty();
        }
    }

    @Test
    void base32IsThatOfTheStandard() {
        assertThat(Base32.of("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
        assertThat(Base32.of(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void recoveryCodeIsReadHoweverItIsTyped() {
        RecoveryCode code = RecoveryCode.random();
        String text = code.text();

        assertThat(text).matches("([A-Z2-7]{4}-){5}[A-Z2-7]{4}");
        assertThat(RecoveryCode.typed("  " + text.toLowerCase(Locale.ROOT).replace("-", "  "))
                        .hash())
                .isEqualTo(code.hash());
        assertThat(RecoveryCode.typed(text.replace('O', '0').replace('I', '1')).hash())
                .isEqualTo(code.hash());
        assertThat(RecoveryCode.random().hash()).isNotEqualTo(code.hash());
        assertThat(code.toString()).doesNotContain(text);
    }
}
