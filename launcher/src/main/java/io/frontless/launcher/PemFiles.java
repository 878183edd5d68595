package io.frontless.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;

/** A certificate chain and a key as most authorities and their clients write them: PEM (RFC 7468), the leaf first, the key not encrypted. */
record PemFiles(Path certificate, Path key) implements KeySource {

    @Override
    public List<Path> files() {
        return List.of(certificate, key);
    }

    @Override
    public ServerKey read() throws KeyRefused {
        return new ServerKey(readKey(), readChain());
    }

    private List<X509Certificate> readChain() throws KeyRefused {
        try (InputStream in = Files.newInputStream(certificate)) {
            List<X509Certificate> chain = CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
            if (chain.isEmpty()) {
                throw new KeyRefused("the certificate file holds no certificate");
            }
            return chain;
        } catch (IOException | CertificateException e) {
            throw new KeyRefused("the certificate file cannot be read", e);
        }
    }

    private PrivateKey readKey() throws KeyRefused {
        try (var parser = new PEMParser(Files.newBufferedReader(key, StandardCharsets.US_ASCII))) {
            var converter = new JcaPEMKeyConverter();
            // Parameters of a curve may stand before the key itself.
            for (Object found = parser.readObject(); found != null; found = parser.readObject()) {
                if (found instanceof PrivateKeyInfo info) {
                    return converter.getPrivateKey(info);
                }
                if (found instanceof PEMKeyPair pair) {
                    return converter.getPrivateKey(pair.getPrivateKeyInfo());
                }
            }
            throw new KeyRefused("the key file holds no key, or an encrypted one");
        } catch (IOException e) {
            throw new KeyRefused("the key file cannot be read", e);
        }
    }
}
