package io.frontless.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** The TLS identities of the web server and of PostgreSQL, signed by an authority whose key is forgotten at once. */
final class Certificates {
    /** Certificates are made anew when less than this is left. */
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    /** The alias of the web server's key in its key store. */
    static final String WEB_ALIAS = "frontless";

    private final Path folder;
    private final String keystorePassword;
    private final Clock clock;

    Certificates(Path folder, String keystorePassword, Clock clock) {
        this.folder = folder;
        this.keystorePassword = keystorePassword;
        this.clock = clock;
    }

    /** Makes the certificates when they are missing or near their end; answers whether it did. */
    boolean provide() {
        try {
            if (current()) {
                return false;
            }
            CertificateAuthority authority = CertificateAuthority.create(clock.instant());
            CertificateAuthority.Issued web = authority.issue("Frontless web");
            CertificateAuthority.Issued postgres = authority.issue("Frontless PostgreSQL");
            PrivateFile.write(keystore(), pkcs12(web, authority.certificate()));
            PrivateFile.write(
                    postgresKey(), pem(new JcaPKCS8Generator(postgres.keys().getPrivate(), null)));
            PrivateFile.write(postgresCertificate(), pem(postgres.certificate()));
            PrivateFile.write(authorityCertificate(), pem(authority.certificate()));
            return true;
        } catch (IOException | GeneralSecurityException e) {
            throw new StartFailure("The certificates in " + folder + " cannot be made: " + e.getMessage(), e);
        }
    }

    Path authorityCertificate() {
        return folder.resolve("ca.pem");
    }

    Path keystore() {
        return folder.resolve("server.p12");
    }

    Path postgresKey() {
        return folder.resolve("postgres.key");
    }

    Path postgresCertificate() {
        return folder.resolve("postgres.pem");
    }

    private boolean current() throws IOException, GeneralSecurityException {
        for (Path file : new Path[] {keystore(), postgresKey(), postgresCertificate(), authorityCertificate()}) {
            if (!Files.exists(file)) {
                return false;
            }
        }
        try (var in = Files.newInputStream(authorityCertificate())) {
            var authority =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            return authority.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE));
        }
    }

    private byte[] pkcs12(CertificateAuthority.Issued web, X509Certificate authority)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = keystorePassword.toCharArray();
        store.setKeyEntry(
                WEB_ALIAS, web.keys().getPrivate(), password, new Certificate[] {web.certificate(), authority});
        var out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static byte[] pem(Object object) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
