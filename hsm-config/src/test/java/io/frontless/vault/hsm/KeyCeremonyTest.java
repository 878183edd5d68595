package io.frontless.vault.hsm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyCeremonyTest {

    private final TestTokens tokens = TestTokens.orSkip();

    @Test
    void theFirstInitialisesTheTokenAndCreatesTheRootKey() {
        assertThat(tokens.firstCeremony)
                .isEqualTo("token 'frontless-test': initialised;"
                        + " root key frontless-root-1 created inside, not extractable;"
                        + " signing key frontless-token-1 created inside, not extractable;"
                        + " audit key frontless-audit-1 created inside, not extractable;"
                        + " MAC key frontless-mac-1 created inside, not extractable");
    }

    @Test
    void anotherChangesNothing() {
        byte[] aad = {1};
        byte[] wrapped;
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            wrapped = token.rootKey().wrap(new byte[] {42}, aad);
        }

        String done = tokens.ceremony().perform();

        assertThat(done).isEqualTo("token 'frontless-test': holds root key frontless-root-1");
        assertThat(tokens.program().labels()).containsOnlyOnce(TestTokens.LABEL);
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            assertThat(token.aliases()).containsOnlyOnce("frontless-root-1").contains("frontless-token-1");
            assertThat(token.rootKey().unwrap(wrapped, aad)).containsExactly(42);
        }
    }
}
