package io.frontless.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.Optional;

/**
 * Whom outgoing connections believe: the platform's own authorities, which Debian keeps up to date, instead of the server's bundled ones; and those that an
 * operator adds with {@code frontless.tls.authorities}, a PEM file, for a mail server or an identity provider in house.
 */
final class TrustedAuthorities {
    /** No secret: a trust store holds nothing that is one, but its format wants a password. */
    static final String PASSWORD = "changeit";

    private static final String SETTING = "frontless.tls.authorities";

    private TrustedAuthorities() {}

    /** The store that holds them. */
    static Path store(Setting settings, DataDirectory data) {
        Path platform = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        Optional<Path> added = settings.find(SETTING).map(Path::of);
        return added.isPresent() ? joined(platform, added.get(), data.resolve("tls/trust.p12")) : platform;
    }

    private static Path joined(Path platform, Path added, Path target) {
        try (InputStream in = Files.newInputStream(added);
                InputStream known = Files.newInputStream(platform)) {
            KeyStore from = KeyStore.getInstance("JKS");
            from.load(known, PASSWORD.toCharArray());
            KeyStore to = KeyStore.getInstance("PKCS12");
            to.load(null, null);
            for (String alias : Collections.list(from.aliases())) {
                to.setCertificateEntry(alias, from.getCertificate(alias));
            }
            int number = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                to.setCertificateEntry("added-" + number, authority);
                number++;
            }
            if (number == 0) {
                throw new StartFailure(SETTING + ": expected certificates in " + added + ", found none.");
            }
            var bytes = new ByteArrayOutputStream();
            to.store(bytes, PASSWORD.toCharArray());
            PrivateFile.write(target, bytes.toByteArray());
            return target;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure(
                    SETTING + ": the certificates in " + added + " cannot be read: " + e.getMessage(), e);
        }
    }
}
