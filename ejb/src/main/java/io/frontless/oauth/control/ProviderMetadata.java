package io.frontless.oauth.control;

import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a provider publishes of itself (OpenID Connect Discovery §3).
 *
 * @param revocation where tokens are given back (RFC 7009); null where the provider has no such place
 * @param namesItself whether it names itself in its answers to browsers (RFC 9207 §3)
 * @param byPost whether it wants the client secret in the body, since it takes no header
 */
public record ProviderMetadata(
        String issuer,
        String authorization,
        String token,
        String keys,
        @Nullable String revocation,
        boolean namesItself,
        boolean byPost) {

    /** Whether an answer that names this issuer, or none, is the provider's own (RFC 9207 §2.4). */
    public boolean isFrom(@Nullable String named) {
        return named == null ? !namesItself : named.equals(issuer);
    }

    /** Reads a discovery document, of this issuer and no other (§4.3). */
    static ProviderMetadata read(String issuer, Map<String, @Nullable Object> document) {
        Params params = new Params("provider", document);
        if (!issuer.equals(document.get("issuer"))) {
            throw Rejection.invalid("issuer", issuer, document.get("issuer"));
        }
        List<?> methods =
                document.get("token_endpoint_auth_methods_supported") instanceof List<?> list ? list : List.of();
        return new ProviderMetadata(
                issuer,
                https(params.longText("authorization_endpoint")),
                https(params.longText("token_endpoint")),
                https(params.longText("jwks_uri")),
                params.optionalText("revocation_endpoint")
                        .map(ProviderMetadata::https)
                        .orElse(null),
                Boolean.TRUE.equals(document.get("authorization_response_iss_parameter_supported")),
                methods.contains("client_secret_post") && !methods.contains("client_secret_basic"));
    }

    private static String https(String url) {
        if (!url.startsWith("https://")) {
            throw Rejection.invalid("provider", "https addresses", url);
        }
        return url;
    }
}
