package io.frontless.launcher;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.List;

/** What the web server proves its name with: a private key and its certificate, followed by those of the authorities between it and a root. */
record ServerKey(PrivateKey key, List<X509Certificate> chain) {
    /** NIST SP 800-131A: shorter RSA keys are disallowed. */
    private static final int RSA_BITS_MIN = 2048;

    private static final byte[] PROBE = "does this key belong to that certificate".getBytes(StandardCharsets.US_ASCII);

    ServerKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** Refuses what no browser would take: an expired or foreign certificate, a key of another one, a chain with a gap. */
    ServerKey checked(String host, Instant now) throws KeyRefused {
        for (X509Certificate each : chain) {
            checkDates(each, now);
        }
        checkChain();
        checkPair();
        if (!CertificateNames.of(certificate()).match(host)) {
            throw new KeyRefused(
                    "the certificate is not for " + host + " but for " + CertificateNames.of(certificate()));
        }
        return this;
    }

    private static void checkDates(X509Certificate certificate, Instant now) throws KeyRefused {
        if (now.isAfter(certificate.getNotAfter().toInstant())) {
            throw new KeyRefused("the certificate has expired on "
                    + certificate.getNotAfter().toInstant());
        }
        if (now.isBefore(certificate.getNotBefore().toInstant())) {
            throw new KeyRefused("the certificate is not valid before "
                    + certificate.getNotBefore().toInstant());
        }
    }

    private void checkChain() throws KeyRefused {
        for (int i = 1; i < chain.size(); i++) {
            try {
                chain.get(i - 1).verify(chain.get(i).getPublicKey());
            } catch (GeneralSecurityException e) {
                throw new KeyRefused("certificate " + (i + 1) + " of the chain has not signed the one before it", e);
            }
        }
    }

    private void checkPair() throws KeyRefused {
        if (key instanceof RSAKey rsa && rsa.getModulus().bitLength() < RSA_BITS_MIN) {
            throw new KeyRefused(
                    "the key has " + rsa.getModulus().bitLength() + " bits, at least " + RSA_BITS_MIN + " are needed");
        }
        try {
            Signature signing = Signature.getInstance(algorithm());
            signing.initSign(key);
            signing.update(PROBE);
            byte[] signature = signing.sign();
            Signature verifying = Signature.getInstance(algorithm());
            verifying.initVerify(certificate().getPublicKey());
            verifying.update(PROBE);
            if (!verifying.verify(signature)) {
                throw new KeyRefused("the key is not that of the certificate");
            }
        } catch (GeneralSecurityException e) {
            throw new KeyRefused("the key is not that of the certificate", e);
        }
    }

    private String algorithm() throws KeyRefused {
        return switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC", "ECDSA" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default -> throw new KeyRefused("keys of kind " + key.getAlgorithm() + " are not served");
        };
    }
}
