package io.frontless.federation.control;

import io.frontless.federation.entity.ProviderRows;
import io.frontless.kernel.Json;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.outbound.control.Outbound;
import io.frontless.outbound.control.OutboundAnswer;
import io.frontless.outbound.control.OutboundRequest;
import io.frontless.vault.control.ProviderTokens;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Exchanges a code for an ID token at a provider (OpenID Connect Core §3.1.3). In no transaction. */
@Dependent
public class TokenEndpoint {

    private static final int OK = 200;
    private static final int SERVER_ERROR = 500;

    private final Outbound outbound;
    private final ProviderWork work;
    private final ClientSecrets secrets;

    @Inject
    public TokenEndpoint(Outbound outbound, ProviderWork work, ClientSecrets secrets) {
        this.outbound = outbound;
        this.work = work;
        this.secrets = secrets;
    }

    /** A code with what it is to be redeemed by. */
    record Grant(String code, String verifier, String redirect) {}

    /** The ID token; nothing where the provider refuses the code, UNAVAILABLE where it does not answer. */
    Optional<String> redeem(Caller caller, ProviderRows.Terms terms, ProviderMetadata metadata, Grant grant) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "authorization_code");
        form.put("code", grant.code());
        form.put("redirect_uri", grant.redirect());
        form.put("code_verifier", grant.verifier());
        String credential = secrets.open(
                caller.actor(),
                work.secret(caller, terms),
                secret -> metadata.byPost()
                        ? new String(secret, StandardCharsets.UTF_8)
                        : ProviderTokens.basic(terms.clientId(), secret));
        if (metadata.byPost()) {
            form.put("client_id", terms.clientId());
            form.put("client_secret", credential);
        }
        OutboundRequest request = OutboundRequest.post(
                        metadata.token(), "application/x-www-form-urlencoded", encoded(form))
                .with("Accept", "application/json");
        OutboundAnswer answer = outbound.send(metadata.byPost() ? request : request.with("Authorization", credential));
        if (answer.status() >= SERVER_ERROR) {
            throw new Rejection(Reason.UNAVAILABLE, "the provider answers " + answer.status());
        }
        if (answer.status() != OK) {
            return Optional.empty();
        }
        return Json.readObject(answer.body()).get("id_token") instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    /** A form, or the query of an address. */
    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
