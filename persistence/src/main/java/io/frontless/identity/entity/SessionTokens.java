package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import io.frontless.workspace.entity.TextRow;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of sessions, asked for by every request: single statements, in no transaction, of today's rows and nothing remembered. */
@Dependent
public class SessionTokens {

    private static final String FIND = "select frontless.session_in_workspace(?, ?, ?)";

    private final Lookups lookups;

    @Inject
    public SessionTokens(Lookups lookups) {
        this.lookups = lookups;
    }

    /** A session with its person. */
    public record Family(UUID sessionId, AccountRows.Row person, Instant usedAt, Instant expiresAt, boolean ended) {}

    /**
     * A token.
     *
     * @param confirmed whether it has been used
     * @param successorNonce what its successor is made with; null where it has none
     * @param supersededAt when its successor was first used; null where it was not
     * @param entry what its person is in the workspace that was asked for; null where none was, or where that is not known
     */
    public record Found(
            Family family,
            boolean secondFactor,
            Instant issuedAt,
            boolean confirmed,
            @Nullable String successorNonce,
            @Nullable Instant supersededAt,
            @Nullable Entry entry) {}

    /** A membership; {@code grants} is JSON, null where the role is not one of the workspace's own. */
    public record Entry(String role, @Nullable String grants) {}

    /**
     * The token of this hash, good or not, and what its person is in a workspace.
     *
     * @param account the context of the account that it is thought to be of; null where that is not known, and then there is no entry
     */
    public Optional<Found> find(byte[] tokenHash, @Nullable String account, @Nullable UUID workspaceId) {
        return lookups.ask(FIND, tokenHash, account, workspaceId).map(SessionTokens::found);
    }

    /** Notes that its session was used. */
    public void noteUse(byte[] tokenHash, Instant now) {
        ask("select frontless.note_session_use(?, ?)", tokenHash, now.atOffset(ZoneOffset.UTC));
    }

    /** Notes its first use, which puts its predecessor out of use. */
    public void confirm(byte[] tokenHash, Instant now) {
        ask("select frontless.confirm_token(?, ?)", tokenHash, now.atOffset(ZoneOffset.UTC));
    }

    /** Gives it a successor; answers the nonce in force, which is another one where it had a successor already. */
    public String offerSuccessor(byte[] tokenHash, String nonce, byte[] successorHash, Instant now) {
        return lookups.first(
                        row -> Optional.ofNullable(row.getString(1)),
                        "select frontless.offer_successor(?, ?, ?, ?)",
                        tokenHash,
                        nonce,
                        successorHash,
                        now.atOffset(ZoneOffset.UTC))
                .flatMap(answer -> answer)
                .orElseThrow();
    }

    private void ask(String sql, Object... parameters) {
        var unused = lookups.first(row -> true, sql, parameters);
    }

    private static Found found(TextRow row) {
        AccountRows.Row person = new AccountRows.Row(row.id(1), row.text(2), row.text(3));
        Family family = new Family(row.id(0), person, row.instant(4), row.instant(5), row.flag(6));
        return new Found(
                family,
                row.flag(7),
                row.instant(8),
                row.flag(9),
                row.get(10),
                row.get(11) == null ? null : row.instant(11),
                row.get(12) == null ? null : new Entry(row.text(12), row.get(13)));
    }
}
