package io.frontless.access.entity;

import io.frontless.workspace.entity.Statements;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes invitations. Hashes are in hexadecimal. */
@Dependent
public class InvitationRows {

    private static final String COLUMNS =
            "select workspace_id, invitation_id, email, role, invited_by, expires_at, version,"
                    + " revoked_at is null and used_at is null";

    private static final String SELECT = COLUMNS + " from frontless.invitation";

    private static final String ONE = SELECT + " where workspace_id = ? and invitation_id = ?";
    private static final String CHANGE = "update frontless.invitation set version = version + 1, ";
    private static final String OF_ONE = " where workspace_id = ? and invitation_id = ?";

    private final Statements statements;

    @Inject
    public InvitationRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * An invitation.
     *
     * @param open whether it was neither used nor revoked; it may have expired
     */
    public record Row(
            UUID workspaceId,
            UUID id,
            String email,
            String role,
            UUID invitedBy,
            Instant expiresAt,
            long version,
            boolean open) {}

    /** The token's hash, and until when it works. */
    public record Link(String tokenHash, Instant expiresAt) {}

    /** The one whose token has this hash, in whatever workspace: who brings the token may see it. */
    public Optional<Row> byToken(String tokenHash) {
        return statements
                .read(InvitationRows::row, COLUMNS + " from frontless.invitation_by_token(?)", tokenHash)
                .stream()
                .findFirst();
    }

    /** Those neither used nor revoked, the oldest first. */
    public List<Row> open(UUID workspaceId) {
        return statements.read(
                InvitationRows::row,
                SELECT + " where workspace_id = ? and revoked_at is null and used_at is null order by invitation_id",
                workspaceId);
    }

    /** Lets nobody else in the workspace count until the end of the transaction. */
    public void lockCount(UUID workspaceId) {
        statements.read(
                row -> row.getObject(1),
                "select workspace_id from frontless.workspace where workspace_id = ? for no key update",
                workspaceId);
    }

    /** How many mails one was. */
    public int mails(UUID workspaceId, UUID id) {
        return statements
                .read(row -> row.getInt(1), "select mails from frontless.invitation" + OF_ONE, workspaceId, id)
                .get(0);
    }

    /** How many mails those were whose links expire after a moment, used and revoked ones included. */
    public long mailsExpiringAfter(UUID workspaceId, Instant moment) {
        return statements
                .read(
                        row -> row.getLong(1),
                        "select coalesce(sum(mails), 0) from frontless.invitation"
                                + " where workspace_id = ? and expires_at > cast(? as timestamptz)",
                        workspaceId,
                        moment.toString())
                .get(0);
    }

    /** One. */
    public Optional<Row> find(UUID workspaceId, UUID id) {
        return statements.read(InvitationRows::row, ONE, workspaceId, id).stream()
                .findFirst();
    }

    /** One, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID id) {
        return statements.read(InvitationRows::row, ONE + " for update", workspaceId, id).stream()
                .findFirst();
    }

    /** Adds one of version 1. */
    public void add(Row row, Link link) {
        statements.change(
                "insert into frontless.invitation"
                        + " (workspace_id, invitation_id, email, role, invited_by, token_hash, expires_at)"
                        + " values (?, ?, ?, ?, ?, decode(?, 'hex'), cast(? as timestamptz))",
                row.workspaceId(),
                row.id(),
                row.email(),
                row.role(),
                row.invitedBy(),
                link.tokenHash(),
                link.expiresAt().toString());
    }

    /** Opens a revoked one again, by another link. */
    public void reopen(Row row, Link link) {
        statements.change(
                CHANGE + "mails = mails + 1, revoked_at = null, invited_by = ?, token_hash = decode(?, 'hex'),"
                        + " expires_at = cast(? as timestamptz)" + OF_ONE,
                row.invitedBy(),
                link.tokenHash(),
                link.expiresAt().toString(),
                row.workspaceId(),
                row.id());
    }

    /** Makes the link useless. */
    public void revoke(UUID workspaceId, UUID id) {
        statements.change(CHANGE + "revoked_at = clock_timestamp()" + OF_ONE, workspaceId, id);
    }

    /** Closes those of an address that have expired, for they stand in the way of another. */
    public void closeExpired(UUID workspaceId, String email, Instant now) {
        statements.change(
                CHANGE + "revoked_at = clock_timestamp() where workspace_id = ? and email = ?"
                        + " and expires_at <= cast(? as timestamptz) and revoked_at is null and used_at is null",
                workspaceId,
                email,
                now.toString());
    }

    /** Uses the link up. */
    public void use(UUID workspaceId, UUID id) {
        statements.change(CHANGE + "used_at = clock_timestamp()" + OF_ONE, workspaceId, id);
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getLong(7),
                row.getBoolean(8));
    }
}
