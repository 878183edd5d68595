package io.frontless.vault.hsm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RootKeysTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    private static final byte[] AAD = "workspace|key|1".getBytes(UTF_8);

    private final TestTokens tokens = TestTokens.orSkip();

    @Test
    void versionsLiveSideBySideUntilOneIsDestroyed() {
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.SPARE))) {
            RootKey first = token.rootKeys().create();
            byte[] old = first.wrap(SECRET, AAD);

            RootKey second = token.rootKeys().create();
            byte[] fresh = second.wrap(second.unwrap(old, AAD), AAD);

            assertThat(token.rootKey().version()).isEqualTo(second.version()).isEqualTo(first.version() + 1);
            assertThat(RootKey.versionOf(old)).isEqualTo(first.version());
            assertThat(first.unwrap(fresh, AAD)).isEqualTo(SECRET);

            token.rootKeys().destroy(first.version());

            assertThat(token.rootKeys().versions()).contains(second.version()).doesNotContain(first.version());
            assertThat(refusal(second, old, AAD)).isEqualTo(Reason.KEY_MISSING);
            assertThat(second.unwrap(fresh, AAD)).isEqualTo(SECRET);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> token.rootKeys().destroy(second.version()))
                    .withMessageContaining("wraps");
        }
    }

    @Test
    void theOtherMechanismWrapsByAVersionOfItsOwnAndBothOpen() {
        byte[] byGcm;
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.SPARE, RootMechanism.AES_GCM))) {
            byGcm = token.rootKeys().create().wrap(SECRET, AAD);
        }
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.SPARE, RootMechanism.AES_CBC_HMAC))) {
            RootKey cbc = token.rootKeys().create();
            byte[] byCbc = cbc.wrap(SECRET, AAD);

            assertThat(cbc.mechanism()).isEqualTo(RootMechanism.AES_CBC_HMAC);
            assertThat(byCbc).startsWith(2).hasSize(3 + 16 + 48 + 32);
            assertThat(cbc.unwrap(byCbc, AAD)).isEqualTo(SECRET);
            assertThat(cbc.unwrap(byGcm, AAD)).isEqualTo(SECRET);
            assertThat(token.rootKey().version()).isEqualTo(cbc.version());
        }
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.SPARE, RootMechanism.AES_GCM))) {
            assertThat(token.rootKey().mechanism()).isEqualTo(RootMechanism.AES_GCM);
            assertThat(token.rootKey().wrap(SECRET, AAD)).startsWith(1);
        }
    }

    @Test
    void encryptThenMacFindsAFlippedBitInAnyByteAndEveryOtherPlace() {
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.SPARE, RootMechanism.AES_CBC_HMAC))) {
            RootKey root = token.rootKeys().create();
            byte[] wrapped = root.wrap(SECRET, AAD);

            for (int i = 0; i < wrapped.length; i++) {
                byte[] flipped = wrapped.clone();
                flipped[i] ^= (byte) (1 << (i % 8));
                assertThat(refusal(root, flipped, AAD))
                        .as("byte %d", i)
                        .isIn(i == 1 || i == 2 ? Reason.KEY_MISSING : Reason.TAMPERED, Reason.TAMPERED);
            }
            for (int length = 0; length < wrapped.length; length++) {
                assertThat(refusal(root, Arrays.copyOf(wrapped, length), AAD)).isEqualTo(Reason.TAMPERED);
            }
            assertThat(refusal(root, wrapped, "workspace|key|2".getBytes(UTF_8)))
                    .isEqualTo(Reason.TAMPERED);
            assertThat(root.wrap(SECRET, AAD)).isNotEqualTo(wrapped);
        }
    }

    @Test
    void aVersionCannotBePassedOffAsOneOfTheOtherMechanism() {
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.SPARE, RootMechanism.AES_GCM))) {
            RootKey root = token.rootKeys().create();
            byte[] wrapped = root.wrap(new byte[64], AAD);
            wrapped[0] = 2;

            assertThat(refusal(root, wrapped, AAD)).isEqualTo(Reason.TAMPERED);
        }
    }

    @Test
    void contextKeyFollowsFromTheVersionOfTheMacKeyAndNothingElse() {
        try (HsmToken token = HsmToken.open(tokens.settings(TestTokens.SPARE))) {
            MacKey first = token.createMacKey();
            MacKey second = token.createMacKey();

            assertThat(first.contextKey())
                    .hasSize(32)
                    .isEqualTo(token.macKeys().get(1).contextKey());
            assertThat(second.contextKey()).isNotEqualTo(first.contextKey());
            assertThat(token.macKeys().get(0).version()).isEqualTo(second.version());
            assertThatIllegalArgumentException().isThrownBy(() -> token.destroyMacKey(second.version()));
            token.destroyMacKey(first.version());
            assertThat(token.macKeys()).extracting(MacKey::version).doesNotContain(first.version());
        }
    }

    private static Reason refusal(RootKey root, byte[] wrapped, byte[] aad) {
        return catchThrowableOfType(TokenException.class, () -> root.unwrap(wrapped, aad))
                .reason();
    }
}
