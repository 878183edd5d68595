package io.frontless.apikey.control;

import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.ApiSecret;
import io.frontless.vault.control.ApiTokens;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The way of programs into a workspace: a key is exchanged for a token, or where that cannot be, shown as it is. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApiClients {

    @Inject
    ApiKeys keys;

    @Inject
    LivingKeys living;

    @Inject
    ApiTokens tokens;

    @Inject
    ApiKeyConfig config;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Exchanges a key for a token, where the boundary has counted the attempt; DENIED in one way whether the id or the secret is wrong, or the key revoked, expired or without its role. */
    public AccessToken exchange(String keyId, String secret) {
        Caller key = ApiSecret.parse(secret)
                .flatMap(parsed -> id(keyId).flatMap(id -> standing(id, parsed)))
                .orElseThrow(() -> new Rejection(Reason.DENIED, "this is no API key that can be used"));
        keys.noteUse(key);
        return new AccessToken(tokens.sign(claims(key)), Limits.API_TOKEN_LIFETIME);
    }

    /**
     * Whose key is shown as it is, {@code id~secret}: for services that provision people and cannot exchange a key for a token. Where that is taken is for
     * the boundary to say.
     */
    public Optional<Caller> shown(String key) {
        int tilde = key.indexOf('~');
        if (tilde < 0) {
            return Optional.empty();
        }
        Optional<Caller> caller = ApiSecret.parse(key.substring(tilde + 1))
                .flatMap(secret -> id(key.substring(0, tilde)).flatMap(id -> standing(id, secret)));
        caller.ifPresent(keys::noteUse);
        return caller;
    }

    private Optional<Caller> standing(UUID keyId, ApiSecret secret) {
        return living.wherever(keyId)
                .filter(own -> secret.matches(own.secretHash()))
                .flatMap(own -> LivingKeys.caller(keyId, own));
    }

    private Map<String, Object> claims(Caller key) {
        Instant now = clock.instant();
        UUID keyId = key.actor().id();
        return Map.ofEntries(
                Map.entry("iss", config.issuer()),
                Map.entry("aud", config.audience()),
                Map.entry("sub", keyId.toString()),
                Map.entry("upn", keyId.toString()),
                Map.entry("groups", List.of(key.access().role())),
                Map.entry("jti", ids.get().toString()),
                Map.entry("iat", now.getEpochSecond()),
                Map.entry("nbf", now.getEpochSecond()),
                Map.entry("exp", now.plus(Limits.API_TOKEN_LIFETIME).getEpochSecond()),
                Map.entry("workspace", key.workspaceId().toString()));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
