package io.frontless.vault.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the signatures of tokens that an OpenID provider has signed, by the keys that it publishes (RFC 7515, RFC 7517). Only algorithms with public keys:
 * {@code none} and those with a shared secret are no proof of anything. What the claims say is for the caller to judge.
 */
public final class ProviderTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);
    private static final int RSA_BITS_MIN = 2048;
    private static final int KEYS_MAX = 50;

    private ProviderTokens() {}

    /** What a look at a token came to. */
    public enum Outcome {
        GOOD,
        /** It names a key that is not among these: the provider may have a new one. */
        UNKNOWN_KEY,
        BAD
    }

    /** The outcome, and the claims of a good token. */
    public record Checked(Outcome outcome, Map<String, @Nullable Object> claims) {}

    /** Checks a token by a JWK set, as the provider has sent both. */
    public static Checked check(String token, String keySet) {
        if (token.length() > Limits.PROVIDER_TOKEN_CHARS_MAX) {
            return bad();
        }
        try {
            JWSObject jws = JWSObject.parse(token);
            JWSHeader header = jws.getHeader();
            boolean known = ALGORITHMS.contains(header.getAlgorithm())
                    && (header.getType() == null || JOSEObjectType.JWT.equals(header.getType()));
            if (!known) {
                return bad();
            }
            Optional<JWK> key = key(header, JWKSet.parse(keySet).getKeys());
            if (key.isEmpty()) {
                return new Checked(Outcome.UNKNOWN_KEY, Map.of());
            }
            boolean good = jws.verify(verifier(header.getAlgorithm(), key.get()));
            return good
                    ? new Checked(Outcome.GOOD, Json.readObject(jws.getPayload().toString()))
                    : bad();
        } catch (ParseException | JOSEException | IllegalArgumentException | Rejection malformed) {
            // Whatever is wrong with it, it proves nothing.
            return bad();
        }
    }

    /** The challenge of a verifier (RFC 7636 §4.2, S256). */
    public static String challenge(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Digests.sha256(verifier));
    }

    /** Whether two hashes are the same; takes the same time wherever they differ. */
    public static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    /** How a client names itself to a provider (RFC 6749 §2.3.1): both parts encoded as a form, then in base64. */
    public static String basic(String clientId, byte[] secret) {
        String both = encoded(clientId) + ":" + encoded(new String(secret, StandardCharsets.UTF_8));
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static Optional<JWK> key(JWSHeader header, List<JWK> keys) {
        List<JWK> fitting = keys.stream()
                .limit(KEYS_MAX)
                .filter(key -> header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                .filter(key -> fits(key, header.getAlgorithm()))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** A key is for signatures, and for this algorithm where it names one. */
    private static boolean fits(JWK key, JWSAlgorithm algorithm) {
        boolean forIt = (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm));
        boolean kind = JWSAlgorithm.Family.EC.contains(algorithm)
                ? key instanceof ECKey ec && ec.getCurve().equals(curve(algorithm))
                : key instanceof RSAKey rsa && rsa.size() >= RSA_BITS_MIN;
        return forIt && kind;
    }

    private static Curve curve(JWSAlgorithm algorithm) {
        return Objects.requireNonNull(
                Curve.forJWSAlgorithm(algorithm).iterator().next(), "an elliptic algorithm has its curve");
    }

    private static JWSVerifier verifier(JWSAlgorithm algorithm, JWK key) throws JOSEException {
        return JWSAlgorithm.Family.EC.contains(algorithm)
                ? new ECDSAVerifier(key.toECKey())
                : new RSASSAVerifier(key.toRSAKey());
    }

    private static Checked bad() {
        return new Checked(Outcome.BAD, Map.of());
    }
}
