package io.frontless.identity.control;

import io.frontless.identity.entity.SessionTokens;
import io.frontless.workspace.control.Places;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a session's token, and for what its person is in a workspace, by one question where the token has been seen before and the workspace lives where
 * sessions do; else the membership is for others to ask.
 */
@Dependent
public class TokenSearch {

    private final SessionTokens tokens;
    private final TokenOwners owners;
    private final WorkspaceContext context;
    private final Places places;

    @Inject
    public TokenSearch(SessionTokens tokens, TokenOwners owners, WorkspaceContext context, Places places) {
        this.tokens = tokens;
        this.owners = owners;
        this.context = context;
        this.places = places;
    }

    /** The token of this hash, good or not. */
    Optional<SessionTokens.Found> find(byte[] hash, @Nullable UUID workspaceId) {
        String account = workspaceId == null ? null : accountContext(hash, workspaceId);
        Optional<SessionTokens.Found> found = tokens.find(hash, account, workspaceId);
        found.ifPresent(known -> owners.remember(hash, known.family().person().accountId()));
        return found;
    }

    private @Nullable String accountContext(byte[] tokenHash, UUID workspaceId) {
        return places.of(workspaceId).equals(Places.SHARED)
                ? owners.of(tokenHash)
                        .map(accountId -> context.ofAccount(Places.SHARED, accountId))
                        .orElse(null)
                : null;
    }
}
