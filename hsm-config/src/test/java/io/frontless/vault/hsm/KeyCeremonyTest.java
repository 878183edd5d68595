package io.frontless.vault.hsm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyCeremonyTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

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

        String done = tokens.ceremony().ready().line();

        assertThat(done).isEqualTo("token 'frontless-test': holds root key frontless-root-1");
        assertThat(tokens.program().labels()).containsOnlyOnce(TestTokens.LABEL);
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            assertThat(token.aliases()).containsOnlyOnce("frontless-root-1").contains("frontless-token-1");
            assertThat(token.rootKey().unwrap(wrapped, aad)).containsExactly(42);
        }
    }

    @Test
    void transcriptTellsWhatAnAuditorWantsToSeeAndItsSignatureHolds() throws Exception {
        Transcript transcript = tokens.ceremony().perform(NOW, List.of("Ada Lovelace", "Grace Hopper"));

        assertThat(transcript.faults()).isEmpty();
        assertThat(transcript.text())
                .contains("time: 2026-11-26T12:00:00Z\n", "present: Ada Lovelace; Grace Hopper\n")
                .contains("token: 'frontless-test', serial number ", ", SoftHSM project, SoftHSM v2, firmware 2.06\n")
                .contains("seen to work: AES-GCM's IV is made by the caller, AES-CBC yes")
                .contains(" CKM_AES_GCM ", "done: holds root key frontless-root-1\n")
                .contains("public key: frontless-audit-1, SHA-256 of its SubjectPublicKeyInfo ")
                .contains("result: every key is as it has to be\n");
        for (String name : List.of("root", "mac", "audit", "token")) {
            assertThat(transcript.text())
                    .containsPattern(
                            "key: frontless-" + name + "-1 \\((secret|private) key, id .*"
                                    + "SENSITIVE=true EXTRACTABLE=false ALWAYS_SENSITIVE=true NEVER_EXTRACTABLE=true LOCAL=true");
        }
        Signature check = Signature.getInstance("SHA256withECDSA");
        check.initVerify(certificate(transcript).getPublicKey());
        check.update(transcript.text().getBytes(StandardCharsets.UTF_8));
        assertThat(check.verify(transcript.signature())).isTrue();
    }

    @Test
    void verifyingChangesNothingAndNamesWhatIsMissing() {
        List<String> before;
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            before = token.aliases();
        }

        Transcript transcript = tokens.ceremony().verify(NOW, List.of());

        assertThat(transcript.text()).contains("done: verified only\n", "present: not told\n");
        try (HsmToken token = HsmToken.open(tokens.settings())) {
            assertThat(token.aliases()).containsExactlyInAnyOrderElementsOf(before);
        }
        assertThatExceptionOfType(TokenException.class)
                .isThrownBy(() -> new KeyCeremony(tokens.settings("another")).verify(NOW, List.of()))
                .withMessageContainingAll("a root key for aes-gcm", "frontless-token-1", "frontless-audit-1")
                .satisfies(e -> assertThat(e.reason()).isEqualTo(TokenException.Reason.KEY_MISSING));
    }

    @Test
    void keyThatCouldLeaveIsAFault() {
        KeyFacts careless = new KeyFacts(
                KeyFacts.SECRET,
                "frontless-root-1",
                "",
                Optional.of(true),
                Optional.of(false),
                Optional.of(true),
                Optional.of(false),
                Optional.empty());

        assertThat(careless.faults())
                .containsExactly(
                        "CKA_EXTRACTABLE=true",
                        "CKA_ALWAYS_SENSITIVE=false",
                        "CKA_NEVER_EXTRACTABLE=false",
                        "CKA_LOCAL=not told");
    }

    private static Certificate certificate(Transcript transcript) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(
                        new ByteArrayInputStream(transcript.certificate().getBytes(StandardCharsets.US_ASCII)));
    }
}
