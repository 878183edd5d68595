package io.frontless.identity.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes the sessions of an account, in a transaction of its scope. */
@Dependent
public class SessionRows {

    private static final String SELECT =
            "select session_id, device, opened_at, used_at, least(expires_at, used_at + make_interval(hours => idle_hours)),"
                    + " ended_at from frontless.session where account_id = ?";

    private final Statements statements;

    @Inject
    public SessionRows(Statements statements) {
        this.statements = statements;
    }

    /** A session; {@code endedAt} is null while it lasts. */
    public record Row(
            UUID sessionId,
            String device,
            Instant openedAt,
            Instant usedAt,
            Instant expiresAt,
            @Nullable Instant endedAt) {}

    /** Those that were not ended, the latest first; expired ones are among them. */
    public List<Row> notEnded(UUID accountId) {
        return statements.read(SessionRows::row, SELECT + " and ended_at is null order by opened_at desc", accountId);
    }

    /** One, locked until the end of the transaction. */
    public Optional<Row> lock(UUID accountId, UUID sessionId) {
        return statements
                .read(SessionRows::row, SELECT + " and session_id = ? for update", accountId, sessionId)
                .stream()
                .findFirst();
    }

    /** Opens one. */
    public void add(UUID accountId, UUID sessionId, String device, Instant now, Instant expiresAt) {
        statements.change(
                "insert into frontless.session (account_id, session_id, device, used_at, expires_at) values (?, ?, ?, ?, ?)",
                accountId,
                sessionId,
                device,
                now.atOffset(ZoneOffset.UTC),
                expiresAt.atOffset(ZoneOffset.UTC));
    }

    /** Ends one. */
    public void end(UUID accountId, UUID sessionId, String reason, Instant now) {
        statements.change(
                "update frontless.session set ended_at = ?, end_reason = ?"
                        + " where account_id = ? and session_id = ? and ended_at is null",
                now.atOffset(ZoneOffset.UTC),
                reason,
                accountId,
                sessionId);
    }

    /** Notes that its person has proved who they are at this moment. */
    public void confirm(UUID accountId, UUID sessionId, Instant now) {
        statements.change(
                "update frontless.session set confirmed_at = ? where account_id = ? and session_id = ?",
                now.atOffset(ZoneOffset.UTC),
                accountId,
                sessionId);
    }

    /** Whether its person has proved who they are since a moment. */
    public boolean isConfirmedSince(UUID accountId, UUID sessionId, Instant since) {
        return !statements
                .read(
                        row -> row.getObject(1),
                        "select session_id from frontless.session"
                                + " where account_id = ? and session_id = ? and confirmed_at > ? and ended_at is null",
                        accountId,
                        sessionId,
                        since.atOffset(ZoneOffset.UTC))
                .isEmpty();
    }

    /** Notes that its person has shown a second factor, too. */
    public void strengthen(UUID accountId, UUID sessionId, Instant now) {
        statements.change(
                "update frontless.session set second_factor_at = ? where account_id = ? and session_id = ?",
                now.atOffset(ZoneOffset.UTC),
                accountId,
                sessionId);
    }

    /** Takes from all sessions what a second factor had given them. */
    public void weaken(UUID accountId) {
        statements.change(
                "update frontless.session set second_factor_at = null"
                        + " where account_id = ? and second_factor_at is not null",
                accountId);
    }

    /** Makes an open session good for one workspace alone, whose provider has opened it. */
    public void limit(UUID accountId, UUID sessionId, UUID workspaceId, UUID providerId) {
        statements.change(
                "update frontless.session set only_workspace = ?, provider_id = ? where account_id = ? and session_id = ?",
                workspaceId,
                providerId,
                accountId,
                sessionId);
    }

    /** Those not ended that a workspace's provider has opened. */
    public List<UUID> openedBy(UUID accountId, UUID workspaceId) {
        return statements.read(
                row -> row.getObject(1, UUID.class),
                "select session_id from frontless.session where account_id = ? and only_workspace = ? and ended_at is null",
                accountId,
                workspaceId);
    }

    /** Adds the first token of a session. */
    public void addToken(UUID accountId, UUID sessionId, byte[] tokenHash, Instant now) {
        statements.change(
                "insert into frontless.session_token (token_hash, account_id, session_id, issued_at, confirmed_at)"
                        + " values (?, ?, ?, ?, ?)",
                tokenHash,
                accountId,
                sessionId,
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC));
    }

    /** Whether a device has signed in to the account before. */
    public boolean knowsDevice(UUID accountId, byte[] deviceHash) {
        return !statements
                .read(
                        row -> row.getObject(1),
                        "select account_id from frontless.device where account_id = ? and device_hash = ?",
                        accountId,
                        deviceHash)
                .isEmpty();
    }

    /** Remembers that a device has signed in. */
    public void rememberDevice(UUID accountId, byte[] deviceHash, Instant now) {
        statements.change(
                "insert into frontless.device (account_id, device_hash, used_at) values (?, ?, ?)"
                        + " on conflict (account_id, device_hash) do update set used_at = excluded.used_at",
                accountId,
                deviceHash,
                now.atOffset(ZoneOffset.UTC));
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getString(2),
                Times.instant(row, 3),
                Times.instant(row, 4),
                Times.instant(row, 5),
                Optional.ofNullable(row.getObject(6, OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant)
                        .orElse(null));
    }
}
