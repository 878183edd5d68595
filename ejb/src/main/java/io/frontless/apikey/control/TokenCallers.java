package io.frontless.apikey.control;

import io.frontless.vault.control.ApiTokens;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Whose key a token stands for. Every request of a program asks it, so it is no session bean. */
@Dependent
public class TokenCallers {

    private final ApiTokens tokens;
    private final ApiKeyConfig config;
    private final LivingKeys keys;
    private final Clock clock;

    @Inject
    public TokenCallers(ApiTokens tokens, ApiKeyConfig config, LivingKeys keys, Clock clock) {
        this.tokens = tokens;
        this.config = config;
        this.keys = keys;
        this.clock = clock;
    }

    /** A caller with the rights that the key's role gives today; nothing where the token is to be refused. */
    public Optional<Caller> caller(String token) {
        return tokens.verify(token)
                .flatMap(claims -> TokenClaims.read(claims, config))
                .filter(claims -> claims.holdsAt(clock.instant()))
                .flatMap(claims -> keys.of(claims.workspaceId(), claims.keyId())
                        .flatMap(own -> LivingKeys.caller(claims.keyId(), own)));
    }
}
