package io.frontless.launcher;

import java.security.Security;
import java.util.List;

/**
 * What no connection of this process may agree on, to whomever: added to what the platform refuses anyway, so that its updates still count. What is left of
 * TLS 1.2 is authenticated encryption (AEAD) with keys that are forgotten afterwards (RFC 9325 §4.2).
 */
final class TlsPolicy {
    private static final String PROPERTY = "jdk.tls.disabledAlgorithms";

    private static final List<String> REFUSED = List.of(
            "AES_128_CBC",
            "AES_256_CBC",
            "3DES_EDE_CBC",
            // Finite fields have no use where elliptic curves are; this ends the suites, not the groups of TLS 1.3.
            "DHE",
            // Without forward secrecy. Naming RSA alone would end its certificates, too.
            "TLS_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_RSA_WITH_AES_256_GCM_SHA384");

    private TlsPolicy() {}

    /** To be called before the first connection: the platform reads it once. */
    static void apply() {
        Security.setProperty(PROPERTY, Security.getProperty(PROPERTY) + ", " + String.join(", ", REFUSED));
    }
}
