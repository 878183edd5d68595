package io.frontless.outbound.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontless.kernel.Rejection;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be called, before anybody is called. */
class OutboundRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.example.com/",
                "ftp://api.example.com/",
                "file:///etc/passwd",
                "https:///path",
                "https:api.example.com",
                "//api.example.com/",
                "https://user@api.example.com/",
                "https://api.example.com@169.254.169.254/",
                "https://api.example.com%00.evil.example/",
                "https://api.example.com%2f@evil.example/",
                "https://api.example.com\\@evil.example/",
                "https://api.example.com/#fragment",
                "https://api.example.com:0/",
                "https://api.example.com:65536/",
                "https://api.example.com:-1/",
                "https://api..example.com/",
                "https://-api.example.com/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1.2/",
                "https://256.0.0.1/",
                "https://example.123/",
                "https://[::1%25eth0]/",
                "https://[fe80::1%eth0]/",
                "https://①②⑦.0.0.1/",
                "https://ex ample.com/",
                "https://exämple.com/",
                ""
            })
    void addressThatTwoReadersCouldTakeForDifferentHostsIsRefused(String url) {
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> Target.of(url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.example.com/a?b=c",
                "https://API.Example.COM/a?b=c",
                "https://api.example.com./a?b=c",
                "https://api.example.com:443/a?b=c",
                "HTTPS://api.example.com/a?b=c"
            })
    void spellingsOfOneHostAreOneHost(String url) {
        assertThat(Target.of(url).uri()).hasToString("https://api.example.com:443/a?b=c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void specialAddressIsNotPublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.9.9.9",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.167.1.1",
                "198.20.0.1",
                "223.255.255.254",
                "2606:4700:4700::1111",
                "2a00:1450:4001:800::200e"
            })
    void addressBesideASpecialRangeIsPublic(String address) throws Exception {
        assertThat(PublicAddresses.contains(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void nothingMayBeCalledAtFirst() {
        OutboundPolicy nothing = OutboundPolicy.of("", "");

        assertThatExceptionOfType(Rejection.class)
                .isThrownBy(() -> nothing.require(Target.of("https://api.example.com/")))
                .withMessageContaining("a host that the administrator lists");
    }

    @Test
    void listedHostMayBeCalledAtItsPortAndNoOther() {
        OutboundPolicy policy = OutboundPolicy.of("api.example.com, *.customer.example:8443", "");

        assertThat(permits(policy, "https://api.example.com/")).isTrue();
        assertThat(permits(policy, "https://a.b.customer.example:8443/")).isTrue();
        assertThat(permits(policy, "https://api.example.com:8443/")).isFalse();
        assertThat(permits(policy, "https://customer.example:8443/")).isFalse();
        assertThat(permits(policy, "https://evilcustomer.example:8443/")).isFalse();
        assertThat(permits(policy, "https://api.example.com.evil.example/")).isFalse();
        assertThat(permits(policy, "https://sub.api.example.com/")).isFalse();
    }

    @Test
    void anyHostStandsForPublicAddressesOnly() throws Exception {
        OutboundPolicy policy = OutboundPolicy.of("*", "idp.intern.example=10.20.0.0/16");
        Target idp = Target.of("https://idp.intern.example/");
        Target other = Target.of("https://other.example/");

        assertThat(policy.allows(idp, InetAddress.getByName("10.20.1.1"))).isTrue();
        assertThat(policy.allows(idp, InetAddress.getByName("10.21.1.1"))).isFalse();
        assertThat(policy.allows(other, InetAddress.getByName("10.20.1.1"))).isFalse();
        assertThat(policy.allows(other, InetAddress.getByName("1.1.1.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "*.intern.example", "user@host", "a b", "10.0.0.0/8", "host=10.0.0.0/33", "host=name/8"})
    void mistakeInTheListOfPrivateHostsEndsTheStart(String hosts) {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> OutboundPolicy.of("", hosts));
    }

    @Test
    void headerCannotBringAnotherOneAlong() {
        OutboundRequest request = OutboundRequest.get("https://api.example.com/");

        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> request.with("x-a", "1\r\nx-b: 2"));
        assertThatExceptionOfType(Rejection.class).isThrownBy(() -> request.with("x a", "1"));
    }

    private static boolean permits(OutboundPolicy policy, String url) {
        try {
            policy.require(Target.of(url));
            return true;
        } catch (Rejection refused) {
            return false;
        }
    }
}
