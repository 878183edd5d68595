package io.frontless.vault.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.util.Base64URL;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.vault.hsm.SigningKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Signs tokens by the HSM's newest key and verifies their signatures by the two newest: JWS with ES256 (RFC 7515, RFC 7518 §3.4) and nothing
 * else. What the claims say is for the caller to judge.
 */
@ApplicationScoped
public class ApiTokens {

    /** The key that signs, and the one before it, whose tokens may still live. */
    private static final int KEYS_ACCEPTED = 2;

    private static final long KEYS_READ_AFTER_NS = Duration.ofSeconds(30).toNanos();

    private final @Nullable Hsm hsm;
    private final Map<String, Map<String, @Nullable Object>> verified = new LinkedHashMap<>();
    private @Nullable Map<String, ECKey> keys;
    private long readNs;

    /** For the container's proxy. */
    protected ApiTokens() {
        hsm = null;
    }

    @Inject
    public ApiTokens(Hsm hsm) {
        this.hsm = hsm;
    }

    /** A signed token with these claims; SEALED with the HSM away. */
    public String sign(Map<String, ? extends @Nullable Object> claims) {
        return hsm().withSigningKeys(all -> signed(all.get(0), claims));
    }

    /** The claims of a token that one of our keys has signed; nothing for any other text. */
    public Optional<Map<String, @Nullable Object>> verify(String token) {
        if (token.length() > Limits.TOKEN_CHARS_MAX) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> known = remembered(token);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Map<String, @Nullable Object>> claims = check(token);
        claims.ifPresent(found -> remember(token, found));
        return claims;
    }

    /** The public keys as a JWK set (RFC 7517 §5). */
    public Map<String, @Nullable Object> publicKeys() {
        return Map.of(
                "keys",
                keys().values().stream().map(key -> (Object) key.toJSONObject()).toList());
    }

    private String signed(SigningKey key, Map<String, ? extends @Nullable Object> claims) {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(JOSEObjectType.JWT)
                .keyID(key.alias())
                .build();
        String content = header.toBase64URL() + "." + Base64URL.encode(Json.write(claims));
        try {
            byte[] signature = ECDSA.transcodeSignatureToConcat(
                    key.sign(content.getBytes(StandardCharsets.US_ASCII)),
                    ECDSA.getSignatureByteArrayLength(JWSAlgorithm.ES256));
            return content + "." + Base64URL.encode(signature);
        } catch (JOSEException e) {
            throw new IllegalStateException("the HSM's signature is none", e);
        }
    }

    private Optional<Map<String, @Nullable Object>> check(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Map<String, ECKey> ours = keys();
        try {
            JWSHeader header = JWSHeader.parse(new Base64URL(parts[0]));
            ECKey key = ours.get(String.valueOf(header.getKeyID()));
            boolean good = key != null
                    && header.getAlgorithm().equals(JWSAlgorithm.ES256)
                    && JOSEObjectType.JWT.equals(header.getType())
                    && new ECDSAVerifier(key)
                            .verify(
                                    header,
                                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                                    new Base64URL(parts[2]));
            return good
                    ? Optional.of(Json.readObject(new Payload(new Base64URL(parts[1])).toString()))
                    : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException | Rejection malformed) {
            // Whatever is wrong with it, it is none of ours.
            return Optional.empty();
        }
    }

    /** A signature is checked once, for it costs more than all the rest of a request. */
    private synchronized @Nullable Map<String, @Nullable Object> remembered(String token) {
        return verified.get(token);
    }

    private synchronized void remember(String token, Map<String, @Nullable Object> claims) {
        if (verified.size() >= Limits.TOKENS_REMEMBERED_MAX) {
            verified.remove(verified.keySet().iterator().next());
        }
        verified.put(token, claims);
    }

    /** Read anew from time to time: a rotation may have made a new one, here or on another node. With the HSM away those known are enough to verify. */
    private synchronized Map<String, ECKey> keys() {
        Map<String, ECKey> present = keys;
        if (present == null || System.nanoTime() - readNs > KEYS_READ_AFTER_NS) {
            try {
                present = hsm().withSigningKeys(ApiTokens::accepted);
            } catch (Rejection sealed) {
                if (present == null) {
                    throw sealed;
                }
            }
            keys = present;
            readNs = System.nanoTime();
        }
        return present;
    }

    private static Map<String, ECKey> accepted(List<SigningKey> all) {
        Map<String, ECKey> accepted = new LinkedHashMap<>();
        all.stream()
                .limit(KEYS_ACCEPTED)
                .forEach(key -> accepted.put(
                        key.alias(),
                        new ECKey.Builder(Curve.P_256, key.publicKey())
                                .keyID(key.alias())
                                .keyUse(KeyUse.SIGNATURE)
                                .algorithm(JWSAlgorithm.ES256)
                                .build()));
        return accepted;
    }

    private Hsm hsm() {
        if (hsm == null) {
            throw new IllegalStateException("the container's proxy does not work by itself");
        }
        return hsm;
    }
}
