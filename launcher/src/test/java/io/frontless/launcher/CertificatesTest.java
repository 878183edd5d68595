package io.frontless.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificatesTest {
    private static final String PASSWORD = "a password of this test";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    @TempDir
    Path folder = Path.of("");

    private Certificates certificates = new Certificates(folder, PASSWORD, Clock.systemUTC());

    @BeforeEach
    void provide() {
        certificates = new Certificates(folder, PASSWORD, Clock.systemUTC());
        assertThat(certificates.provide()).isTrue();
    }

    @Test
    void webServersCertificateIsForThisMachineAndItsAuthorityHasSignedIt() throws Exception {
        X509Certificate web = web();

        web.verify(authority().getPublicKey());
        assertThat(web.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void leafMayServeTlsAndSignNothing() throws Exception {
        X509Certificate web = web();

        assertThat(web.getBasicConstraints()).isEqualTo(-1);
        assertThat(web.getKeyUsage()).containsExactly(onlyUsages(List.of(DIGITAL_SIGNATURE)));
        assertThat(web.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    }

    @Test
    void authorityMaySignLeavesOnly() throws Exception {
        X509Certificate authority = authority();

        assertThat(authority.getBasicConstraints()).isZero();
        assertThat(authority.getKeyUsage()).containsExactly(onlyUsages(List.of(KEY_CERT_SIGN, CRL_SIGN)));
    }

    @Test
    void keysAreReadableByTheirOwnerOnly() throws IOException {
        for (Path file : List.of(certificates.keystore(), certificates.postgresKey())) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void certificatesThatAreGoodForLongStay() throws Exception {
        X509Certificate before = authority();

        assertThat(certificates.provide()).isFalse();
        assertThat(authority()).isEqualTo(before);
    }

    @Test
    void allAreMadeAnewWhenOneIsMissing() throws Exception {
        X509Certificate before = authority();
        Files.delete(certificates.postgresKey());

        assertThat(certificates.provide()).isTrue();
        assertThat(authority().getSubjectX500Principal()).isNotEqualTo(before.getSubjectX500Principal());
        web().verify(authority().getPublicKey());
    }

    @Test
    void certificatesAreMadeAnewAMonthBeforeTheyEnd() throws Exception {
        X509Certificate before = authority();
        Instant lastMonth = before.getNotAfter().toInstant().minus(Duration.ofDays(29));

        assertThat(at(lastMonth.minus(Duration.ofDays(2))).provide()).isFalse();
        assertThat(at(lastMonth).provide()).isTrue();

        assertThat(authority().getNotAfter().toInstant()).isAfter(lastMonth.plus(Duration.ofDays(800)));
        assertThat(web().getNotAfter()).isEqualTo(authority().getNotAfter());
        web().verify(authority().getPublicKey());
    }

    private Certificates at(Instant now) {
        return new Certificates(folder, PASSWORD, Clock.fixed(now, ZoneOffset.UTC));
    }

    private X509Certificate authority() throws IOException, GeneralSecurityException {
        try (var in = Files.newInputStream(certificates.authorityCertificate())) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }

    private X509Certificate web() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(certificates.keystore())) {
            store.load(in, PASSWORD.toCharArray());
        }
        return (X509Certificate) store.getCertificate(Certificates.WEB_ALIAS);
    }

    private static boolean[] onlyUsages(List<Integer> usages) {
        var expected = new boolean[9];
        usages.forEach(usage -> expected[usage] = true);
        return expected;
    }
}
