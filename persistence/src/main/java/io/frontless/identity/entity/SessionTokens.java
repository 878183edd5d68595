package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of sessions, asked for by every request: single statements, in no transaction, of today's rows and nothing remembered. */
@Dependent
public class SessionTokens {

    private static final String FIND = """
            select session_id, account_id, email, name, used_at, expires_at, ended, second_factor, issued_at, confirmed, successor_nonce,
                   superseded_at, only_workspace from frontless.session_by_token(?)
            """;

    private final Lookups lookups;

    @Inject
    public SessionTokens(Lookups lookups) {
        this.lookups = lookups;
    }

    /** A session with its person; {@code onlyWorkspace} is the one that it is good for, null where it is good for all of its person's. */
    public record Family(
            UUID sessionId,
            AccountRows.Row person,
            Instant usedAt,
            Instant expiresAt,
            boolean ended,
            @Nullable UUID onlyWorkspace) {}

    /**
     * A token.
     *
     * @param confirmed whether it has been used
     * @param successorNonce what its successor is made with; null where it has none
     * @param supersededAt when its successor was first used; null where it was not
     */
    public record Found(
            Family family,
            boolean secondFactor,
            Instant issuedAt,
            boolean confirmed,
            @Nullable String successorNonce,
            @Nullable Instant supersededAt) {}

    /** The token of this hash, good or not. */
    public Optional<Found> find(byte[] tokenHash) {
        return lookups.first(SessionTokens::found, FIND, tokenHash);
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

    private static Found found(ResultSet row) throws SQLException {
        AccountRows.Row person = new AccountRows.Row(row.getObject(2, UUID.class), row.getString(3), row.getString(4));
        Family family = new Family(
                row.getObject(1, UUID.class),
                person,
                Times.instant(row, 5),
                Times.instant(row, 6),
                row.getBoolean(7),
                row.getObject(13, UUID.class));
        OffsetDateTime supersededAt = row.getObject(12, OffsetDateTime.class);
        return new Found(
                family,
                row.getBoolean(8),
                Times.instant(row, 9),
                row.getBoolean(10),
                row.getString(11),
                supersededAt == null ? null : supersededAt.toInstant());
    }
}
