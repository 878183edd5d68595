package io.frontless.vault.hsm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/**
 * What an auditor wants to see of a ceremony: the token, what it can do, every key of ours with its attributes, the fingerprints of the public
 * keys, when, and who was there; signed by the newest audit key.
 */
public final class Transcript {

    private static final HexFormat FINGERPRINT = HexFormat.ofDelimiter(":");

    private final String text;
    private final List<String> faults;
    private final SigningKey auditKey;
    private final byte[] signature;

    private Transcript(String text, List<String> faults, SigningKey auditKey) {
        this.text = text;
        this.faults = faults;
        this.auditKey = auditKey;
        this.signature = auditKey.sign(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the token cannot tell: when it was, who was present, and what was done. */
    record Heading(Instant time, List<String> present, List<String> done) {}

    static Transcript of(HsmToken token, TokenSettings settings, Heading heading) {
        TokenFacts facts = token.facts();
        List<KeyFacts> keys = Cryptoki.of(settings).keys().stream()
                .filter(Transcript::isOurs)
                .sorted(Comparator.comparing(KeyFacts::name).thenComparing(KeyFacts::kind))
                .toList();
        List<String> faults = keys.stream()
                .flatMap(key -> key.faults().stream().map(fault -> key.name() + " (" + key.kind() + "): " + fault))
                .toList();
        SigningKey auditKey = token.auditKeys().get(0);
        List<String> lines = new ArrayList<>();
        lines.add("Key ceremony of Frontless");
        lines.add("time: " + heading.time());
        lines.add("present: " + (heading.present().isEmpty() ? "not told" : String.join("; ", heading.present())));
        lines.add("token: '" + facts.label() + "', serial number " + facts.serial() + ", " + facts.manufacturer() + ", "
                + facts.model() + ", firmware " + facts.firmware());
        lines.add("library: " + settings.library() + ", as " + settings.make().text());
        lines.add("root mechanism: " + settings.rootMechanism().text());
        lines.add("token flags: " + String.join(" ", new TreeSet<>(facts.flags())));
        lines.add("seen to work: " + token.capabilities().text());
        lines.add("mechanisms: "
                + String.join(" ", new TreeSet<>(facts.mechanisms().keySet())));
        heading.done().forEach(each -> lines.add("done: " + each));
        keys.forEach(key -> lines.add("key: " + key.text()));
        fingerprints(token, lines);
        faults.forEach(fault -> lines.add("FAULT: " + fault));
        lines.add("result: " + (faults.isEmpty() ? "every key is as it has to be" : "NOT as it has to be"));
        lines.add("signed by: " + auditKey.alias());
        return new Transcript(String.join("\n", lines) + "\n", faults, auditKey);
    }

    /** One line for each fact, in English. */
    public String text() {
        return text;
    }

    /** What is not as it has to be; a ceremony with any has failed. */
    public List<String> faults() {
        return faults;
    }

    /** ECDSA with SHA-256 over the text's UTF-8 in DER, as {@code openssl dgst -sha256 -verify} takes it. */
    public byte[] signature() {
        return signature.clone();
    }

    /** The audit key's public half in PEM (RFC 7468 §13). */
    public String publicKey() {
        return pem("PUBLIC KEY", auditKey.publicKey().getEncoded());
    }

    /** The audit key's certificate in PEM; it is signed by the key itself. */
    public String certificate() {
        try {
            return pem("CERTIFICATE", auditKey.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the token gave a certificate that has no encoding", e);
        }
    }

    private static void fingerprints(HsmToken token, List<String> lines) {
        for (KeyLabel label : List.of(KeyLabel.AUDIT, KeyLabel.TOKEN)) {
            for (SigningKey key : SigningKey.allIn(token, label)) {
                lines.add("public key: " + key.alias() + ", SHA-256 of its SubjectPublicKeyInfo "
                        + FINGERPRINT.formatHex(sha256(key.publicKey().getEncoded())));
            }
        }
    }

    private static boolean isOurs(KeyFacts key) {
        return key.name().startsWith("frontless-");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
