package io.frontless.launcher;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;

/** An authority of a test's own, whose certificates are for localhost. */
public final class TestAuthority {
    private final CertificateAuthority authority;

    private TestAuthority(CertificateAuthority authority) {
        this.authority = authority;
    }

    /** One whose certificates hold for two years and a quarter from a moment on. */
    public static TestAuthority madeAt(Instant moment) throws GeneralSecurityException {
        return new TestAuthority(CertificateAuthority.create(moment));
    }

    /** Writes its own certificate for those who should trust it. */
    public Path writeAuthority(Path file) throws IOException {
        return Files.writeString(file, pem(authority.certificate()));
    }

    /** A new key and its certificate. */
    public Pair issue(String name) throws IOException, GeneralSecurityException {
        CertificateAuthority.Issued issued = authority.issue(name);
        return new Pair(
                pem(issued.certificate()) + pem(authority.certificate()),
                pem(new JcaPKCS8Generator(issued.keys().getPrivate(), null)));
    }

    /** A chain and a key, in PEM. */
    public record Pair(String chain, String key) {

        /** Writes both, the certificate first, as an operator's copying does. */
        public void write(Path certificateFile, Path keyFile) throws IOException {
            Files.writeString(certificateFile, chain);
            Files.writeString(keyFile, key);
        }
    }

    private static String pem(Object object) throws IOException {
        var text = new StringWriter();
        try (var writer = new JcaPEMWriter(text)) {
            writer.writeObject(object);
        }
        return text.toString();
    }
}
