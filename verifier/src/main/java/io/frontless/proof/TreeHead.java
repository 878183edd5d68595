package io.frontless.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The state of a workspace's log at a moment, to be signed and given to witnesses (docs/event-format.md §5).
 *
 * @param size how many leaves the tree has
 * @param root its root, in hexadecimal
 * @param signedAt in UTC with six decimals
 * @param key the name of the key that signs
 */
public record TreeHead(String workspace, long size, String root, String signedAt, String key) {

    private static final String FORMAT = "frontless.head.1";
    private static final String ALGORITHM = "SHA256withECDSA";

    /** The bytes that are signed. */
    public byte[] signedBytes() {
        return CanonicalJson.array(FORMAT, workspace, size, root, signedAt, key).getBytes(StandardCharsets.UTF_8);
    }

    /** A head with its signature: ECDSA over P-256 with SHA-256, in ASN.1 DER, in base64. */
    public record Signed(TreeHead head, String signature) {

        /** Whether a key has signed it; a signature that is none at all was made by nobody. */
        public boolean isBy(PublicKey key) {
            try {
                Signature verification = Signature.getInstance(ALGORITHM);
                verification.initVerify(key);
                verification.update(head.signedBytes());
                return verification.verify(Base64.getDecoder().decode(signature));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        }

        /** One line of JSON, as witnesses keep it. */
        public String line() {
            SortedMap<String, @Nullable Object> line = CanonicalJson.object();
            line.put("format", FORMAT);
            line.put("workspace", head.workspace);
            line.put("size", head.size);
            line.put("root", head.root);
            line.put("signedAt", head.signedAt);
            line.put("key", head.key);
            line.put("signature", signature);
            return CanonicalJson.write(line);
        }

        /** The head that a line tells; {@link IllegalArgumentException} where it is none. */
        public static Signed read(String line) {
            SortedMap<String, @Nullable Object> values = JsonText.readObject(line);
            if (!FORMAT.equals(values.get("format")) || !(values.get("size") instanceof Number size)) {
                throw new IllegalArgumentException("expected a line of format " + FORMAT);
            }
            return new Signed(
                    new TreeHead(
                            text(values, "workspace"),
                            size.longValue(),
                            text(values, "root"),
                            text(values, "signedAt"),
                            text(values, "key")),
                    text(values, "signature"));
        }

        private static String text(SortedMap<String, @Nullable Object> values, String name) {
            if (values.get(name) instanceof String text) {
                return text;
            }
            throw new IllegalArgumentException("expected the text " + name);
        }
    }
}
