package io.frontless.vault.hsm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.AuthProvider;
import java.security.KeyStore;
import java.security.Security;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RootKeyTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] AAD = "workspace|key|1".getBytes(UTF_8);

    private final TestTokens tokens = TestTokens.orSkip();

    private HsmToken token;
    private RootKey root;

    @BeforeEach
    void open() {
        token = HsmToken.open(tokens.settings());
        root = token.rootKey();
    }

    @AfterEach
    void close() {
        token.close();
    }

    @Test
    void unwrapGivesBackWhatWasWrapped() {
        byte[] wrapped = root.wrap(SECRET, AAD);

        assertThat(root.unwrap(wrapped, AAD)).isEqualTo(SECRET);
        assertThat(wrapped).hasSize(3 + 12 + SECRET.length + 16).startsWith(1, 0, 1);
    }

    @Test
    void theSameKeyIsNeverWrappedTheSameWay() {
        assertThat(root.wrap(SECRET, AAD)).isNotEqualTo(root.wrap(SECRET, AAD));
    }

    @Test
    void manyThreadsShareTheKey() {
        assertThat(IntStream.range(0, 200).parallel().filter(i -> opensAgain((byte) i)))
                .hasSize(200);
    }

    @Test
    void anotherPlaceDoesNotOpenIt() {
        byte[] wrapped = root.wrap(SECRET, AAD);

        assertThat(refusal(wrapped, "workspace|key|2".getBytes(UTF_8))).isEqualTo(Reason.TAMPERED);
        assertThat(root.unwrap(wrapped, AAD)).isEqualTo(SECRET);
    }

    @Test
    void aFlippedBitInAnyByteIsFound() {
        byte[] wrapped = root.wrap(SECRET, AAD);

        for (int i = 0; i < wrapped.length; i++) {
            byte[] flipped = wrapped.clone();
            flipped[i] ^= (byte) (1 << (i % 8));

            boolean inVersion = i == 1 || i == 2;
            assertThat(refusal(flipped, AAD))
                    .as("byte %d", i)
                    .isEqualTo(inVersion ? Reason.KEY_MISSING : Reason.TAMPERED);
        }
    }

    @Test
    void everyOtherLengthIsRefused() {
        byte[] wrapped = root.wrap(SECRET, AAD);

        for (int length = 0; length < wrapped.length; length++) {
            assertThat(refusal(Arrays.copyOf(wrapped, length), AAD)).isEqualTo(Reason.TAMPERED);
        }
        assertThat(refusal(Arrays.copyOf(wrapped, wrapped.length + 1), AAD)).isEqualTo(Reason.TAMPERED);
        assertThat(refusal(new byte[100_000], AAD)).isEqualTo(Reason.TAMPERED);
    }

    @Test
    void refusesNoKeyAndNoPlaceAndTooMuchOfEither() {
        assertThatIllegalArgumentException().isThrownBy(() -> root.wrap(new byte[0], AAD));
        assertThatIllegalArgumentException().isThrownBy(() -> root.wrap(new byte[65], AAD));
        assertThatIllegalArgumentException().isThrownBy(() -> root.wrap(SECRET, new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> root.wrap(SECRET, new byte[1025]));
    }

    @Test
    void theRootKeyCannotBeReadOutOfTheToken() {
        SecretKey key = token.key(root.alias()).orElseThrow();

        assertThat(key.getEncoded()).isNull();
        assertThat(key.getFormat()).isNull();
        assertThat(key.toString()).contains("token object", "sensitive", "unextractable");
    }

    @Test
    void aTokenThatIsGoneIsNotMistakenForTampering() {
        byte[] wrapped = root.wrap(SECRET, AAD);

        token.close();

        assertThat(refusal(wrapped, AAD)).isEqualTo(Reason.UNAVAILABLE);
        token = HsmToken.open(tokens.settings());
        assertThat(token.rootKey().unwrap(wrapped, AAD)).isEqualTo(SECRET);
    }

    @Test
    void aKeyThatCanBeReadOutIsNotUsedAsRootKey() throws Exception {
        AuthProvider careless = careless(TestTokens.EMPTY);
        tokens.login(careless, TestTokens.EMPTY);
        KeyStore keys = KeyStore.getInstance("PKCS11", careless);
        keys.load(null, null);
        keys.setKeyEntry(
                "frontless-root-1", KeyGenerator.getInstance("AES", careless).generateKey(), null, null);

        try (HsmToken empty = HsmToken.open(tokens.settings(TestTokens.EMPTY))) {
            assertThatExceptionOfType(TokenException.class)
                    .isThrownBy(empty::rootKey)
                    .withMessageContaining("can be read out");
            keys.deleteEntry("frontless-root-1");
        }
    }

    /** A provider whose template lets keys out, as somebody else's might. */
    private AuthProvider careless(String label) {
        int index = tokens.program().labels().indexOf(label);
        String template = HsmMake.SOFTHSM2.configuration(tokens.softHsm.library(), index);
        return (AuthProvider) Security.getProvider("SunPKCS11")
                .configure(template.replace("showInfo = true", "showInfo = false")
                        .replace("CKA_SENSITIVE = true", "CKA_SENSITIVE = false")
                        .replace("CKA_EXTRACTABLE = false", "CKA_EXTRACTABLE = true"));
    }

    private boolean opensAgain(byte secret) {
        return root.unwrap(root.wrap(new byte[] {secret}, AAD), AAD)[0] == secret;
    }

    private Reason refusal(byte[] wrapped, byte[] aad) {
        return catchThrowableOfType(TokenException.class, () -> root.unwrap(wrapped, aad))
                .reason();
    }
}
