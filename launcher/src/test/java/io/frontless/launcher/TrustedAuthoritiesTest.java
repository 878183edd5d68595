package io.frontless.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedAuthoritiesTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void thoseOfThePlatformAreBelievedWhereNothingIsSaid() {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            assertThat(TrustedAuthorities.store(settings(Map.of()), data)).endsWithRaw(Path.of("security", "cacerts"));
        }
    }

    @Test
    void addedOneIsBelievedBesideThem() throws Exception {
        Path added = TestAuthority.madeAt(Instant.now()).writeAuthority(folder.resolve("added.pem"));
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            KeyStore platform = open(TrustedAuthorities.store(settings(Map.of()), data));

            KeyStore joined = open(
                    TrustedAuthorities.store(settings(Map.of("FRONTLESS_TLS_AUTHORITIES", added.toString())), data));

            assertThat(joined.size()).isEqualTo(platform.size() + 1);
            assertThat(joined.isCertificateEntry("added-0")).isTrue();
        }
    }

    @Test
    void fileWithoutAnyStopsTheStart() throws Exception {
        Path added = Files.writeString(folder.resolve("added.pem"), "nothing");
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            assertThatExceptionOfType(StartFailure.class)
                    .isThrownBy(() -> TrustedAuthorities.store(
                            settings(Map.of("FRONTLESS_TLS_AUTHORITIES", added.toString())), data))
                    .withMessageStartingWith("frontless.tls.authorities: ");
        }
    }

    private static Setting settings(Map<String, String> environment) {
        return new Setting(new Properties(), environment);
    }

    private static KeyStore open(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, TrustedAuthorities.PASSWORD.toCharArray());
        }
        return store;
    }
}
