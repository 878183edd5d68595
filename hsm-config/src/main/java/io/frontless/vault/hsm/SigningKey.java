package io.frontless.vault.hsm;

import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key that signs tokens by ECDSA over P-256 with SHA-256 (ES256, RFC 7518 §3.4), which the HSM itself performs. */
public final class SigningKey {

    private static final String ALIAS = "frontless-token-";
    private static final Pattern VERSION = Pattern.compile(Pattern.quote(ALIAS) + "([1-9][0-9]{0,3})");

    private final HsmToken token;
    private final int version;
    private final HsmToken.KeyPairEntry pair;

    private SigningKey(HsmToken token, int version, HsmToken.KeyPairEntry pair) {
        this.token = token;
        this.version = version;
        this.pair = pair;
    }

    /** All versions, the newest first. */
    static List<SigningKey> allIn(HsmToken token) {
        return token.aliases().stream()
                .map(VERSION::matcher)
                .filter(Matcher::matches)
                .map(alias -> Integer.parseInt(alias.group(1)))
                .sorted(Comparator.reverseOrder())
                .flatMap(version -> token.keyPair(ALIAS + version).stream()
                        .filter(pair -> pair.publicKey() instanceof ECPublicKey)
                        .map(pair -> new SigningKey(token, version, pair)))
                .toList();
    }

    /** Creates the version after the newest, which from now on signs. */
    static String createNextIn(HsmToken token) {
        int next = allIn(token).stream().mapToInt(key -> key.version).max().orElse(0) + 1;
        token.createKeyPair(ALIAS + next);
        return ALIAS + next;
    }

    /** The name under which the token holds it, and by which tokens name it. */
    public String alias() {
        return ALIAS + version;
    }

    /** What checks the signatures. */
    public ECPublicKey publicKey() {
        return (ECPublicKey) pair.publicKey();
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
