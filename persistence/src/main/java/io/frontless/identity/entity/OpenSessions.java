package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Whose session a token opens, asked by every request: one statement, of today's rows and nothing remembered. */
@Dependent
public class OpenSessions {

    private static final String FIND = """
            select a.account_id, a.email, a.name, s.used_at, s.expires_at, s.ended_at is not null
            from frontless.session s join frontless.account a on a.account_id = s.account_id where s.token_hash = ?
            """;

    private static final String NOTE =
            "update frontless.session set used_at = ? where token_hash = ? and ended_at is null returning account_id";

    private final Lookups lookups;

    @Inject
    public OpenSessions(Lookups lookups) {
        this.lookups = lookups;
    }

    /** A session with the person whose it is. */
    public record Found(UUID accountId, String email, String name, Times times, boolean ended) {

        /** Whether it is open: neither ended nor expired nor idle for too long. */
        public boolean open(Instant now, Duration idleMax) {
            return !ended
                    && now.isBefore(times.expiresAt())
                    && now.isBefore(times.usedAt().plus(idleMax));
        }
    }

    /** When it was last noted as used, and when it ends at the latest. */
    public record Times(Instant usedAt, Instant expiresAt) {}

    /** The session with this token's hash, open or not. */
    public Optional<Found> find(byte[] tokenHash) {
        return lookups.first(OpenSessions::found, FIND, tokenHash);
    }

    /** Notes that a session was used. */
    public void noteUse(byte[] tokenHash, Instant now) {
        var unused = lookups.first(row -> row.getObject(1), NOTE, now.atOffset(ZoneOffset.UTC), tokenHash);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                new Times(
                        row.getObject(4, OffsetDateTime.class).toInstant(),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                row.getBoolean(6));
    }
}
