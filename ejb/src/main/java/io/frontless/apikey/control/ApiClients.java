package io.frontless.apikey.control;

import io.frontless.apikey.entity.ApiKeyRows;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.ApiSecret;
import io.frontless.vault.control.ApiTokens;
import io.frontless.workspace.control.Access;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Places;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The way of programs into a workspace: a key is exchanged for a token, and a token makes a caller of its key as the key is now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApiClients {

    @Inject
    ApiKeyRows rows;

    @Inject
    ApiKeys keys;

    @Inject
    ApiTokens tokens;

    @Inject
    ApiKeyConfig config;

    @Inject
    WorkspaceContext context;

    @Inject
    Places places;

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

    /** Whose key a token stands for, with the rights that its role gives today; nothing where it is to be refused. */
    public Optional<Caller> caller(String token) {
        Instant now = clock.instant();
        return tokens.verify(token)
                .flatMap(claims -> TokenClaims.read(claims, config))
                .filter(claims -> claims.holdsAt(now))
                .flatMap(claims -> own(places.of(claims.workspaceId()), claims.keyId(), now)
                        .filter(own -> own.workspaceId().equals(claims.workspaceId()))
                        .flatMap(own -> caller(claims.keyId(), own)));
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
        return wherever(keyId, clock.instant())
                .filter(own -> secret.matches(own.secretHash()))
                .flatMap(own -> caller(keyId, own));
    }

    /** A key does not tell its workspace, so all databases are asked; one that does not answer matters only where no other has the key. */
    private Optional<ApiKeyRows.Own> wherever(UUID keyId, Instant now) {
        PersistenceException unreachable = null;
        for (String database : places.databases()) {
            try {
                Optional<ApiKeyRows.Own> found = own(database, keyId, now);
                if (found.isPresent()) {
                    return found;
                }
            } catch (PersistenceException e) {
                unreachable = e;
            }
        }
        if (unreachable != null) {
            throw unreachable;
        }
        return Optional.empty();
    }

    /** A copy of a key in a database in which its workspace does not live any more is none. */
    private Optional<ApiKeyRows.Own> own(String database, UUID keyId, Instant now) {
        return rows.own(database, context.ofKey(database, keyId))
                .filter(own -> places.of(own.workspaceId()).equals(database))
                .filter(own -> now.isBefore(own.expiresAt()));
    }

    /** A key whose role is not there any more is as good as none. */
    private static Optional<Caller> caller(UUID keyId, ApiKeyRows.Own own) {
        Optional<Access> access = Role.readyMade(own.role()).map(Role::access).or(() -> ownRole(own));
        return access.map(rights -> new Caller(own.workspaceId(), actor(keyId, own), rights));
    }

    /** It acts for whoever made it, where that is remembered. */
    private static Actor actor(UUID keyId, ApiKeyRows.Own own) {
        ApiKeyRows.Maker maker = own.maker();
        Actor key = Actor.apiKey(keyId, own.label());
        return maker == null ? key : key.actingFor(new Actor.Principal(maker.accountId(), maker.name()));
    }

    private static Optional<Access> ownRole(ApiKeyRows.Own own) {
        String grants = own.grants();
        return own.roleKept() && grants != null
                ? Optional.of(new Access(own.role(), Roles.grantsOf(grants)))
                : Optional.empty();
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
