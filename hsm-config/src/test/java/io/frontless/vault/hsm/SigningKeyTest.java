package io.frontless.vault.hsm;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontless.vault.hsm.TokenException.Reason;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final byte[] CONTENT = "header.payload".getBytes(UTF_8);

    private final TestTokens tokens = TestTokens.orSkip();

    @Test
    void whatTheTokenSignsItsPublicKeyConfirms() throws GeneralSecurityException {
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            SigningKey key = token.signingKeys().get(0);

            byte[] signature = key.sign(CONTENT);

            assertThat(confirms(key, CONTENT, signature)).isTrue();
            assertThat(confirms(key, "header.other".getBytes(UTF_8), signature)).isFalse();
            assertThat(key.publicKey().getParams().getOrder().bitLength()).isEqualTo(256);
        }
    }

    @Test
    void privateKeyCannotBeReadOutOfTheToken() {
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            var pair = token.keyPair(token.signingKeys().get(0).alias()).orElseThrow();

            assertThat(pair.privateKey().getEncoded()).isNull();
            assertThat(pair.privateKey().toString()).contains("token object", "sensitive", "unextractable");
        }
    }

    @Test
    void newKeySignsAndTheOneBeforeStillConfirms() throws GeneralSecurityException {
        byte[] earlier;
        SigningKey before;
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            before = token.signingKeys().get(0);
            earlier = before.sign(CONTENT);
        }

        String done = tokens.ceremony().withNewSigningKey().ready().line();

        try (HsmToken token = HsmToken.open(tokens.settings())) {
            List<SigningKey> keys = token.signingKeys();
            assertThat(done).contains("signing key " + keys.get(0).alias() + " created inside");
            assertThat(keys.get(0).alias()).isNotEqualTo(before.alias());
            assertThat(keys.get(1).alias()).isEqualTo(before.alias());
            assertThat(confirms(keys.get(1), CONTENT, earlier)).isTrue();
            assertThat(confirms(keys.get(0), CONTENT, earlier)).isFalse();
        }
    }

    @Test
    void tokenWithoutASigningKeySaysSo() {
        try (HsmToken empty = HsmToken.open(tokens.settings(TestTokens.EMPTY))) {
            assertThatExceptionOfType(TokenException.class)
                    .isThrownBy(empty::signingKeys)
                    .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.KEY_MISSING));
        }
    }

    private static boolean confirms(SigningKey key, byte[] content, byte[] signature) throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(key.publicKey());
        check.update(content);
        return check.verify(signature);
    }
}
