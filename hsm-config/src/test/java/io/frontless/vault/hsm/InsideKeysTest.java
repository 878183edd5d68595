package io.frontless.vault.hsm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InsideKeysTest {

    private static final byte[] PLACE = "workspace-7|1".getBytes(UTF_8);
    private static final byte[] AAD = "secret-3".getBytes(UTF_8);
    private static final byte[] CLEAR = "refresh-token-of-somebody".getBytes(UTF_8);

    private final TestTokens tokens = TestTokens.orSkip();

    private HsmToken token;
    private InsideKeys keys;

    @BeforeEach
    void open() {
        token = HsmToken.open(tokens.settings(TestTokens.SPARE));
        keys = token.insideKeys();
        if (keys.versions().isEmpty()) {
            keys.createVersion();
        }
    }

    @AfterEach
    void close() {
        token.close();
    }

    @Test
    void encryptsInsideAndOpensAgainAfterTheKeyWasUnwrappedAnew() {
        byte[] stored = keys.create(PLACE);
        byte[] sealed;
        try (InsideKey key = keys.open(stored, PLACE)) {
            sealed = key.encrypt(CLEAR, AAD);
            assertThat(sealed).hasSize(12 + CLEAR.length + 16);
        }

        try (InsideKey key = keys.open(stored, PLACE)) {
            assertThat(key.decrypt(sealed, AAD)).isEqualTo(CLEAR);
            assertThat(key.decrypt(key.encrypt(new byte[0], AAD), AAD)).isEmpty();
        }
    }

    @Test
    void everyFlippedBitOfTheStoredKeyAndEveryOtherPlaceIsFound() {
        byte[] stored = keys.create(PLACE);

        for (int i = 0; i < stored.length; i++) {
            byte[] flipped = stored.clone();
            flipped[i] ^= (byte) (1 << (i % 8));
            assertThat(refusal(() -> keys.open(flipped, PLACE)))
                    .as("byte %d", i)
                    .isEqualTo(i == 1 || i == 2 ? Reason.KEY_MISSING : Reason.TAMPERED);
        }
        assertThat(refusal(() -> keys.open(stored, AAD))).isEqualTo(Reason.TAMPERED);
        assertThat(refusal(() -> keys.open(new byte[3], PLACE))).isEqualTo(Reason.TAMPERED);
    }

    @Test
    void everyFlippedBitOfACiphertextIsFoundAndTheKeyGoesOnWorking() {
        try (InsideKey key = keys.open(keys.create(PLACE), PLACE)) {
            byte[] sealed = key.encrypt(CLEAR, AAD);

            for (int i = 0; i < sealed.length; i++) {
                byte[] flipped = sealed.clone();
                flipped[i] ^= (byte) (1 << (i % 8));
                assertThat(refusal(() -> key.decrypt(flipped, AAD)))
                        .as("byte %d", i)
                        .isEqualTo(Reason.TAMPERED);
            }
            assertThat(refusal(() -> key.decrypt(sealed, PLACE))).isEqualTo(Reason.TAMPERED);
            assertThat(key.decrypt(sealed, AAD)).isEqualTo(CLEAR);
        }
    }

    @Test
    void rotationWrapsAnewInsideAndTheOldVersionCanGo() {
        byte[] stored = keys.create(PLACE);
        byte[] sealed;
        try (InsideKey key = keys.open(stored, PLACE)) {
            sealed = key.encrypt(CLEAR, AAD);
        }
        int old = InsideKeys.versionOf(stored);

        int next = keys.createVersion();
        byte[] anew = keys.rewrap(stored, PLACE);
        keys.destroyVersion(old);

        assertThat(InsideKeys.versionOf(anew)).isEqualTo(next);
        assertThat(refusal(() -> keys.open(stored, PLACE))).isEqualTo(Reason.KEY_MISSING);
        try (InsideKey key = keys.open(anew, PLACE)) {
            assertThat(key.decrypt(sealed, AAD)).isEqualTo(CLEAR);
        }
    }

    @Test
    void neitherTheWrappingKeyNorAnUnwrappedOneCanLeave() {
        try (InsideKey key = keys.open(keys.create(PLACE), PLACE)) {
            assertThat(key.encrypt(CLEAR, AAD)).isNotEmpty();

            List<KeyFacts> inside = Cryptoki.of(tokens.settings(TestTokens.SPARE)).keys().stream()
                    .filter(each -> each.kind().equals(KeyFacts.SECRET))
                    .toList();

            assertThat(inside).isNotEmpty().allSatisfy(each -> {
                assertThat(each.sensitive()).as(each.text()).contains(true);
                assertThat(each.extractable()).as(each.text()).contains(false);
            });
            assertThat(inside)
                    .extracting(KeyFacts::label)
                    .contains("frontless-wrap-" + keys.versions().get(0), "");
        }
    }

    private static Reason refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(TokenException.class, call).reason();
    }
}
