package io.frontless.vault.hsm;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;

/** A key that signs by ECDSA over P-256 with SHA-256 (ES256, RFC 7518 §3.4), which the HSM itself performs. */
public final class SigningKey {

    private final HsmToken token;
    private final KeyLabel label;
    private final int version;
    private final HsmToken.KeyPairEntry pair;

    private SigningKey(HsmToken token, KeyLabel label, int version, HsmToken.KeyPairEntry pair) {
        this.token = token;
        this.label = label;
        this.version = version;
        this.pair = pair;
    }

    /** All versions, the newest first. */
    static List<SigningKey> allIn(HsmToken token, KeyLabel label) {
        return label.versionsIn(token.aliases()).stream()
                .flatMap(version -> token.keyPair(label.of(version)).stream()
                        .filter(pair -> pair.certificate().getPublicKey() instanceof ECPublicKey)
                        .map(pair -> new SigningKey(token, label, version, pair)))
                .toList();
    }

    /** Creates the version after the newest, which from now on signs. */
    static String createNextIn(HsmToken token, KeyLabel label) {
        String next = label.of(token.nextVersion(label));
        token.createKeyPair(next);
        return next;
    }

    public int version() {
        return version;
    }

    /** The name under which the token holds it, and by which what it signs names it. */
    public String alias() {
        return label.of(version);
    }

    /** What checks the signatures. */
    public ECPublicKey publicKey() {
        return (ECPublicKey) pair.certificate().getPublicKey();
    }

    /** The certificate beside the key, signed by the key itself: a form in which other programs take the public key. */
    public X509Certificate certificate() {
        return pair.certificate();
    }

    /** Signs; the signature is in ASN.1 DER, the form that every token gives. */
    public byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA", token.provider());
            signature.initSign(pair.privateKey());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException | ProviderException e) {
            throw token.unavailable("sign", e);
        }
    }
}
