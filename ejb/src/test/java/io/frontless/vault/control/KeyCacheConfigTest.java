package io.frontless.vault.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

class KeyCacheConfigTest {

    @Test
    void namesAndDefaultsAreTheDocumentedOnes() {
        List<String> settings = Arrays.stream(KeyCacheConfig.class.getConstructors()[0].getParameters())
                .map(parameter -> Objects.requireNonNull(parameter.getAnnotation(ConfigProperty.class)))
                .map(property -> property.name() + "=" + property.defaultValue())
                .toList();

        assertThat(settings)
                .containsExactly(
                        "frontless.vault.key-cache-seconds=300",
                        "frontless.vault.key-cache-uses=10000",
                        "frontless.vault.key-cache-drop-with-token=true",
                        "frontless.vault.keys-in-token=false");
    }

    @Test
    void valuesAreTakenAsTheyAreMeant() {
        KeyCacheConfig config = new KeyCacheConfig(60, 5, false, true);

        assertThat(config.lifetime()).isEqualTo(Duration.ofMinutes(1));
        assertThat(config.uses()).isEqualTo(5);
        assertThat(config.dropWithToken()).isFalse();
        assertThat(config.inToken()).isTrue();
    }

    @Test
    void nonsenseStopsTheStartWithTheKeysName() {
        assertThatThrownBy(() -> new KeyCacheConfig(-1, 5, true, false))
                .hasMessageContaining("frontless.vault.key-cache-seconds");
        assertThatThrownBy(() -> new KeyCacheConfig(86_401, 5, true, false))
                .hasMessageContaining("frontless.vault.key-cache-seconds");
        assertThatThrownBy(() -> new KeyCacheConfig(60, -1, true, false))
                .hasMessageContaining("frontless.vault.key-cache-uses");
    }
}
