package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A provider of another service, as an OAuth client knows it. What is asked for at each level is said in full; a level without scopes is not offered.
 *
 * @param label what people call it
 * @param issuer its issuer identifier, exactly as it names itself
 * @param clientId what it knows the product as
 * @param secret the id under which the client secret was put aside; never the secret
 */
public record ConnectionTerms(
        String label,
        String issuer,
        String clientId,
        UUID secret,
        List<String> readScopes,
        List<String> organiseScopes,
        List<String> sendScopes) {

    /** RFC 6749 §3.3. */
    private static final Pattern SCOPE =
            Pattern.compile("[\\x21\\x23-\\x5b\\x5d-\\x7e]{1," + Limits.SCOPE_CHARS_MAX + "}");

    public ConnectionTerms {
        PersonNames.require("label", label);
        OAuthClient.requireIssuer(issuer);
        OAuthClient.requireClientId(clientId);
        readScopes = scopes("readScopes", readScopes);
        organiseScopes = scopes("organiseScopes", organiseScopes);
        sendScopes = scopes("sendScopes", sendScopes);
        if (readScopes.isEmpty() && organiseScopes.isEmpty() && sendScopes.isEmpty()) {
            throw Rejection.invalid("readScopes", "scopes of one level at least", "none");
        }
    }

    static ConnectionTerms from(Params params) {
        return new ConnectionTerms(
                params.text("label"),
                params.text("issuer"),
                params.text("clientId"),
                params.id("secret"),
                params.texts("readScopes"),
                params.texts("organiseScopes"),
                params.texts("sendScopes"));
    }

    /** What a level asks for; nothing where it is not offered. */
    public List<String> scopes(ConnectionLevel level) {
        return switch (level) {
            case READ -> readScopes;
            case ORGANISE -> organiseScopes;
            case SEND -> sendScopes;
        };
    }

    /** As plans write them, and events too. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("label", label);
        params.put("issuer", issuer);
        params.put("clientId", clientId);
        params.put("secret", secret.toString());
        params.put("readScopes", readScopes);
        params.put("organiseScopes", organiseScopes);
        params.put("sendScopes", sendScopes);
        return params;
    }

    private static List<String> scopes(String field, List<String> given) {
        List<String> scopes = given.stream().distinct().sorted().toList();
        if (scopes.size() > Limits.SCOPES_MAX) {
            throw Rejection.invalid(field, "at most " + Limits.SCOPES_MAX + " scopes", scopes.size());
        }
        for (String scope : scopes) {
            if (!SCOPE.matcher(scope).matches()) {
                throw Rejection.invalid(field, "scopes without blanks and quotes", scope);
            }
        }
        return scopes;
    }
}
