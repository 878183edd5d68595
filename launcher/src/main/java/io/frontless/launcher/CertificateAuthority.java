package io.frontless.launcher;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that lives as long as this object: it signs some leaves for this host and its key is never stored. */
final class CertificateAuthority {
    /** The longest life that browsers accept for a certificate of a private authority is 825 days. */
    private static final Duration LIFE = Duration.ofDays(820);

    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Instant madeAt;

    /** A leaf certificate with its keys. */
    record Issued(KeyPair keys, X509Certificate certificate) {}

    private CertificateAuthority(KeyPair keys, X509Certificate certificate, Instant madeAt) {
        this.keys = keys;
        this.certificate = certificate;
        this.madeAt = madeAt;
    }

    static CertificateAuthority create(Instant now) throws GeneralSecurityException {
        KeyPair keys = newKeys();
        // The serial in the name keeps a renewed authority apart from the one that a browser was told to trust before.
        BigInteger serial = newSerial();
        var name = new X500Principal("CN=Frontless local authority " + serial.toString(36));
        try {
            var builder = builder(new Names(name, name, serial), keys, now);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new CertificateAuthority(keys, sign(builder, keys), now);
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A server certificate for localhost and its loopback addresses (RFC 5280 §4.2.1.6). */
    Issued issue(String commonName) throws GeneralSecurityException {
        KeyPair leafKeys = newKeys();
        var subject = new X500Principal("CN=" + commonName);
        try {
            var builder =
                    builder(new Names(certificate.getSubjectX500Principal(), subject, newSerial()), leafKeys, madeAt);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(certificate));
            builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"),
                new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
                new GeneralName(GeneralName.iPAddress, "::1")
            }));
            return new Issued(leafKeys, sign(builder, keys));
        } catch (CertIOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private record Names(X500Principal issuer, X500Principal subject, BigInteger serial) {}

    private static X509v3CertificateBuilder builder(Names names, KeyPair subjectKeys, Instant now)
            throws GeneralSecurityException, CertIOException {
        // An hour of grace for clocks that are behind.
        var builder = new JcaX509v3CertificateBuilder(
                names.issuer(),
                names.serial(),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(LIFE)),
                names.subject(),
                subjectKeys.getPublic());
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(subjectKeys.getPublic()));
        return builder;
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair signer)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signer.getPrivate())));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static BigInteger newSerial() {
        return new BigInteger(127, new SecureRandom());
    }
}
