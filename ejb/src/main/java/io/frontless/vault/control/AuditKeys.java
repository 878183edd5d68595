package io.frontless.vault.control;

import io.frontless.vault.hsm.SigningKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The HSM's keys that sign what auditors check, ECDSA over P-256 with SHA-256. */
@Dependent
public class AuditKeys {

    private final Hsm hsm;

    @Inject
    public AuditKeys(Hsm hsm) {
        this.hsm = hsm;
    }

    /** A key by the name under which the HSM holds it. */
    public static final class Key {
        private final SigningKey key;

        private Key(SigningKey key) {
            this.key = key;
        }

        /** Its name. */
        public String name() {
            return key.alias();
        }

        /** The signature in ASN.1 DER, in base64. */
        public String sign(byte[] content) {
            return Base64.getEncoder().encodeToString(key.sign(content));
        }
    }

    /** Uses the newest key, and nothing else meanwhile, for it may be used by another thread; SEALED with the HSM away. */
    public <T> T withNewest(Function<Key, T> use) {
        return hsm.withToken(token -> use.apply(new Key(token.auditKeys().get(0))));
    }

    /** The public halves by name, the newest first, as PEM (RFC 7468 §13): what a verifier needs, and may be shown to anybody. */
    public Map<String, String> publicKeys() {
        return hsm.withToken(token -> {
            Map<String, String> all = new LinkedHashMap<>();
            token.auditKeys().forEach(key -> all.put(key.alias(), pem(key)));
            return all;
        });
    }

    private static String pem(SigningKey key) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.publicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }
}
