package io.frontless.connection.control;

import io.frontless.connection.entity.GrantRows;
import io.frontless.event.control.Outbox;
import io.frontless.kernel.VaultRef;
import io.frontless.vault.control.SealedSecret;
import io.frontless.vault.control.Secret;
import io.frontless.vault.control.Vault;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What providers have granted, with its tokens in the vault. In a transaction of the workspace. */
@Dependent
public class Grants {

    /** What the vault keeps tokens for. */
    static final String PURPOSE = "connection.tokens";

    private final GrantRows rows;
    private final Vault vault;
    private final Outbox outbox;

    @Inject
    public Grants(GrantRows rows, Vault vault, Outbox outbox) {
        this.rows = rows;
        this.vault = vault;
        this.outbox = outbox;
    }

    /**
     * Keeps new tokens, before anything else is made of them, and promises that they are given back at a time at which no connection uses them. Answers where they are kept.
     */
    UUID receive(UUID workspaceId, GrantOrigin origin, Tokens tokens, GrantRows.Life life, Instant backAt) {
        try (Secret secret = tokens.secret()) {
            UUID grant = vault.keep(workspaceId, PURPOSE, secret).secretId();
            rows.add(workspaceId, grant, origin.provider(), origin.level().number(), life);
            outbox.promise(RevocationRound.KIND, promise(workspaceId, grant), backAt);
            return grant;
        }
    }

    /** Promises that the tokens of a grant are given back and forgotten, if there is one. */
    void giveBack(UUID workspaceId, @Nullable UUID grant) {
        if (grant != null) {
            outbox.promise(RevocationRound.KIND, promise(workspaceId, grant));
        }
    }

    /** Puts renewed tokens into the place of the ones before. */
    void replace(UUID workspaceId, UUID grant, Tokens tokens) {
        try (Secret secret = tokens.secret()) {
            vault.replace(new VaultRef(workspaceId, grant), PURPOSE, secret);
        }
    }

    /** The tokens, sealed. */
    SealedSecret find(UUID workspaceId, UUID grant) {
        return vault.find(new VaultRef(workspaceId, grant), PURPOSE);
    }

    /** A grant, locked. */
    Optional<GrantRows.Row> lock(UUID workspaceId, UUID grant) {
        return rows.lock(workspaceId, grant);
    }

    /** Forgets a grant and its tokens. */
    void forget(UUID workspaceId, UUID grant) {
        vault.forget(new VaultRef(workspaceId, grant));
        rows.delete(workspaceId, grant);
    }

    private static Map<String, @Nullable Object> promise(UUID workspaceId, UUID grant) {
        return Map.of("workspace", workspaceId.toString(), "grant", grant.toString());
    }
}
