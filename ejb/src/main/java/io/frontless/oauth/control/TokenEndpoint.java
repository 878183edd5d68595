package io.frontless.oauth.control;

import io.frontless.kernel.Actor;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.outbound.control.Outbound;
import io.frontless.outbound.control.OutboundAnswer;
import io.frontless.outbound.control.OutboundRequest;
import io.frontless.vault.control.ProviderTokens;
import io.frontless.vault.control.SealedSecret;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Calls those addresses of a provider at which a client names itself (RFC 6749 §2.3.1): for tokens, and to revoke them. */
@Dependent
public class TokenEndpoint {

    private static final int SERVER_ERROR = 500;

    private final Outbound outbound;
    private final ClientSecrets secrets;

    @Inject
    public TokenEndpoint(Outbound outbound, ClientSecrets secrets) {
        this.outbound = outbound;
        this.secrets = secrets;
    }

    /** Who we are at a provider, and in whose name the client secret is opened. */
    public record Client(Actor who, ProviderMetadata provider, String clientId, SealedSecret secret) {}

    /** A code with what it is to be redeemed by. */
    public record Code(String code, String verifier, String redirect) {

        @Override
        public String toString() {
            return "Code";
        }
    }

    /** Exchanges a code for tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). */
    public OutboundAnswer redeem(Client client, Code code) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", code.code());
        form.put("redirect_uri", code.redirect());
        form.put("code_verifier", code.verifier());
        return send(client, client.provider().token(), form);
    }

    /** Sends a form; UNAVAILABLE where the provider does not answer, or only that it cannot. */
    public OutboundAnswer send(Client client, String url, Map<String, String> form) {
        boolean byPost = client.provider().byPost();
        String credential = secrets.open(
                client.who(),
                client.secret(),
                secret -> byPost
                        ? new String(secret, StandardCharsets.UTF_8)
                        : ProviderTokens.basic(client.clientId(), secret));
        Map<String, String> whole = new LinkedHashMap<>(form);
        if (byPost) {
            whole.put("client_id", client.clientId());
            whole.put("client_secret", credential);
        }
        OutboundRequest request = OutboundRequest.post(url, "application/x-www-form-urlencoded", encoded(whole))
                .with("Accept", "application/json")
                .within(Limits.TOKEN_CALL_MAX);
        OutboundAnswer answer = outbound.send(byPost ? request : request.with("Authorization", credential));
        if (answer.status() >= SERVER_ERROR) {
            throw new Rejection(Reason.UNAVAILABLE, "the provider answers " + answer.status());
        }
        return answer;
    }

    /** A form, or the query of an address. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
