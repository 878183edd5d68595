package io.frontless.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedKeyTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String HOST = "localhost";

    @TempDir
    Path folder = Path.of("");

    private PemFiles files = new PemFiles(folder, folder);
    private long writes;

    @BeforeEach
    void first() throws Exception {
        files = new PemFiles(folder.resolve("chain.pem"), folder.resolve("key.pem"));
        write(TestAuthority.madeAt(NOW).issue("first"));
    }

    @Test
    void changedFilesAreServedFromTheNextHandshakeOn() throws Exception {
        ServedKey served = served();
        String before = served.alias();

        write(TestAuthority.madeAt(NOW).issue("second"));
        served.refresh();

        assertThat(name(served)).isEqualTo("CN=second");
        assertThat(served.alias()).isNotEqualTo(before);
        assertThat(served.key(before).certificate().getSubjectX500Principal().getName())
                .as("a handshake that had begun keeps its key")
                .isEqualTo("CN=first");
        assertThat(served.getRefusal()).isEmpty();
    }

    @Test
    void brokenFileKeepsTheKeyThatWasServedAndSaysWhy() throws Exception {
        ServedKey served = served();

        Files.writeString(files.certificate(), "not a certificate");
        touch();
        served.refresh();

        assertThat(name(served)).isEqualTo("CN=first");
        assertThat(served.getRefusal()).isNotEmpty().doesNotContain(folder.toString());
    }

    @Test
    void halfAReplacementIsServedWhenTheOtherHalfHasCome() throws Exception {
        ServedKey served = served();
        TestAuthority.Pair second = TestAuthority.madeAt(NOW).issue("second");

        Files.writeString(files.certificate(), second.chain());
        touch();
        served.refresh();
        assertThat(served.getRefusal()).isEqualTo("the key is not that of the certificate");

        write(second);
        served.refresh();

        assertThat(name(served)).isEqualTo("CN=second");
        assertThat(served.getRefusal()).isEmpty();
    }

    @Test
    void expiredAndEarlyCertificatesAreRefused() throws Exception {
        write(TestAuthority.madeAt(NOW.minus(Duration.ofDays(900))).issue("old"));
        assertRefused(HOST, "the certificate has expired on");

        write(TestAuthority.madeAt(NOW.plus(Duration.ofDays(9))).issue("early"));
        assertRefused(HOST, "the certificate is not valid before");
    }

    @Test
    void certificateOfAnotherHostIsRefused() {
        assertRefused("frontless.customer.example", "is not for frontless.customer.example but for localhost");
    }

    @Test
    void chainWithAGapIsRefused() throws Exception {
        String leaf = TestAuthority.madeAt(NOW).issue("leaf").chain().split("(?<=-----END CERTIFICATE-----\n)", -1)[0];
        TestAuthority.Pair other = TestAuthority.madeAt(NOW).issue("other");
        String foreign = other.chain().split("(?<=-----END CERTIFICATE-----\n)", -1)[1];
        write(new TestAuthority.Pair(leaf + foreign, other.key()));

        assertRefused(HOST, "certificate 2 of the chain has not signed the one before it");
    }

    @Test
    void halfOfAConfigurationIsAMistake() {
        var properties = new Properties();
        properties.setProperty("frontless.tls.certificate", "chain.pem");

        assertThatExceptionOfType(StartFailure.class)
                .isThrownBy(() -> WebCertificate.configured(new Setting(properties, Map.of())))
                .withMessageContaining("frontless.tls.key: expected a file");
    }

    @Test
    void wildcardStandsForOneLabel() {
        var names = new CertificateNames(List.of("*.customer.example"));

        assertThat(names.match("erp.customer.example")).isTrue();
        assertThat(names.match("a.erp.customer.example")).isFalse();
        assertThat(names.match("customer.example")).isFalse();
    }

    private void assertRefused(String host, String reason) {
        assertThatExceptionOfType(KeyRefused.class)
                .isThrownBy(() -> new ServedKey(files, host, clock()))
                .withMessageContaining(reason);
    }

    private ServedKey served() throws KeyRefused {
        return new ServedKey(files, HOST, clock());
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static String name(ServedKey served) {
        return served.current().certificate().getSubjectX500Principal().getName();
    }

    private void write(TestAuthority.Pair pair) throws IOException, GeneralSecurityException {
        pair.write(files.certificate(), files.key());
        touch();
    }

    /** Two writes of a test may fall into one tick of the file system's clock. */
    private void touch() throws IOException {
        writes++;
        Files.setLastModifiedTime(files.certificate(), FileTime.from(NOW.plusSeconds(writes)));
    }
}
