package io.frontless.vault.hsm;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The certificate that PKCS#11 wants beside a key pair: signed by the key itself, and trusted by nobody. */
final class KeyCertificate {

    /** Fixed, as nobody looks at them; the end is how RFC 5280 §4.1.2.5 says that there is none. */
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    private static final Instant TO = Instant.parse("9999-12-31T23:59:59Z");

    private KeyCertificate() {}

    static X509Certificate of(String alias, KeyPair pair, Provider provider) throws GeneralSecurityException {
        X500Principal name = new X500Principal("CN=" + alias);
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.ONE, Date.from(FROM), Date.from(TO), name, pair.getPublic());
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                            .setProvider(provider)
                            .build(pair.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
