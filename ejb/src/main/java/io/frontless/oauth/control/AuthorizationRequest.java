package io.frontless.oauth.control;

import io.frontless.vault.control.ProviderTokens;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a browser asks a provider for: a code, with PKCE (RFC 6749 §4.1.1, RFC 7636 §4.3).
 *
 * @param redirect the exact address that the provider sends the browser back to
 * @param scope separated by blanks
 */
public record AuthorizationRequest(String clientId, String redirect, String scope, String state, String verifier) {

    /** Where to send the browser; {@code more} are parameters of who asks. */
    public String at(ProviderMetadata metadata, Map<String, String> more) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId);
        query.put("redirect_uri", redirect);
        query.put("scope", scope);
        query.put("state", state);
        query.put("code_challenge", ProviderTokens.challenge(verifier));
        query.put("code_challenge_method", "S256");
        query.putAll(more);
        String separator = metadata.authorization().contains("?") ? "&" : "?";
        return metadata.authorization() + separator + TokenEndpoint.encoded(query);
    }

    @Override
    public String toString() {
        return "AuthorizationRequest[" + clientId + "]";
    }
}
