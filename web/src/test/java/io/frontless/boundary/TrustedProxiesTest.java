package io.frontless.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose word is taken for where a request comes from. */
class TrustedProxiesTest {

    private static final String PROXY = "10.1.0.7";
    private static final String CLIENT = "203.0.113.9";

    @Test
    void withoutAnyTheHeaderIsNotLookedAt() {
        TrustedProxies none = new TrustedProxies(Optional.empty());

        assertThat(none.client(PROXY, List.of(CLIENT))).isEqualTo(PROXY);
    }

    @Test
    void whoIsNotAProxyIsNotBelieved() {
        assertThat(proxies().client(CLIENT, List.of("198.51.100.1"))).isEqualTo(CLIENT);
    }

    @Test
    void lastAddressThatNoProxyHasIsTheClients() {
        assertThat(proxies().client(PROXY, List.of(CLIENT))).isEqualTo(CLIENT);
        assertThat(proxies().client(PROXY, List.of(CLIENT + ", 10.1.0.8"))).isEqualTo(CLIENT);
        assertThat(proxies().client(PROXY, List.of(CLIENT, "10.1.0.8"))).isEqualTo(CLIENT);
        assertThat(proxies().client("fd00::1", List.of("2001:db8::5"))).isEqualTo("2001:db8::5");
    }

    @Test
    void whatTheClientWroteBeforeIsNotBelieved() {
        assertThat(proxies().client(PROXY, List.of("198.51.100.1, " + CLIENT))).isEqualTo(CLIENT);
    }

    @Test
    void whatIsNoAddressIsNotBelieved() {
        for (String nonsense :
                List.of("", "unknown", "localhost", "1.2", "203.0.113.9:4711", "_hidden", "a".repeat(9_000))) {
            assertThat(proxies().client(PROXY, List.of(nonsense))).isEqualTo(PROXY);
        }
        assertThat(proxies().client(PROXY, List.of("10.1.0.8,".repeat(10_000) + "10.1.0.8")))
                .isEqualTo("10.1.0.8");
    }

    @Test
    void settingThatIsNoNetworkStopsTheStart() {
        for (String wrong : List.of("proxy.example", "10.1.0.0/33", "10.1.0.0/", "/24")) {
            assertThatThrownBy(() -> new TrustedProxies(Optional.of(wrong)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("frontless.identity.trusted-proxies");
        }
    }

    private static TrustedProxies proxies() {
        return new TrustedProxies(Optional.of("10.1.0.0/24, fd00::1"));
    }
}
