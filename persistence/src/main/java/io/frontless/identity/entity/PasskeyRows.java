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

/** Reads and writes the passkeys of an account, in a transaction of its scope. */
@Dependent
public class PasskeyRows {

    private static final String SELECT =
            "select passkey_id, label, credential_id, credential, sign_count, backup_eligible, backed_up, transports,"
                    + " added_at, used_at from frontless.passkey where account_id = ?";

    private static final String IN_USE = " and added_at is not null";

    private final Statements statements;

    @Inject
    public PasskeyRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * What an authenticator told of itself; never compared, only used.
     *
     * @param credential its id and public key, as WebAuthn §6.5.1 writes them
     * @param transports how it is reached, separated by commas
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Credential(
            byte[] credentialId,
            byte[] credential,
            long signCount,
            boolean backupEligible,
            boolean backedUp,
            String transports) {}

    /** A passkey; {@code addedAt} is null while it is put aside. */
    public record Row(
            UUID passkeyId,
            String label,
            Credential credential,
            @Nullable Instant addedAt,
            @Nullable Instant usedAt) {}

    /** Those in use, the oldest first. */
    public List<Row> all(UUID accountId) {
        return statements.read(PasskeyRows::row, SELECT + IN_USE + " order by added_at, passkey_id", accountId);
    }

    /** The one in use with an authenticator's own id. */
    public Optional<Row> byCredential(UUID accountId, byte[] credentialId) {
        return first(SELECT + IN_USE + " and credential_id = ?", accountId, credentialId);
    }

    /** One that is put aside. */
    public Optional<Row> aside(UUID accountId, UUID passkeyId) {
        return first(SELECT + " and added_at is null and passkey_id = ?", accountId, passkeyId);
    }

    /** One in use, locked until the end of the transaction. */
    public Optional<Row> lock(UUID accountId, UUID passkeyId) {
        return first(SELECT + IN_USE + " and passkey_id = ? for update", accountId, passkeyId);
    }

    /** Puts one aside, and forgets any that was. */
    public void putAside(UUID accountId, UUID passkeyId, String label, Credential credential) {
        statements.change("delete from frontless.passkey where account_id = ? and added_at is null", accountId);
        statements.change(
                "insert into frontless.passkey (account_id, passkey_id, label, credential_id, credential, sign_count,"
                        + " backup_eligible, backed_up, transports) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                accountId,
                passkeyId,
                label,
                credential.credentialId(),
                credential.credential(),
                credential.signCount(),
                credential.backupEligible(),
                credential.backedUp(),
                credential.transports());
    }

    /** Puts one into use. */
    public void add(UUID accountId, UUID passkeyId, Instant now) {
        statements.change(
                "update frontless.passkey set added_at = ? where account_id = ? and passkey_id = ?",
                now.atOffset(ZoneOffset.UTC),
                accountId,
                passkeyId);
    }

    /** Changes what its person calls it. */
    public void rename(UUID accountId, UUID passkeyId, String label) {
        statements.change(
                "update frontless.passkey set label = ? where account_id = ? and passkey_id = ?",
                label,
                accountId,
                passkeyId);
    }

    /** Notes a use; false where its counter has gone further at the same moment, so that this use is another one's copy. */
    public boolean noteUse(UUID accountId, UUID passkeyId, long signCount, boolean backedUp, Instant now) {
        return statements.change(
                        "update frontless.passkey set sign_count = ?, backed_up = ?, used_at = ?"
                                + " where account_id = ? and passkey_id = ? and (sign_count < ? or sign_count = 0 and ? = 0)",
                        signCount,
                        backedUp,
                        now.atOffset(ZoneOffset.UTC),
                        accountId,
                        passkeyId,
                        signCount,
                        signCount)
                == 1;
    }

    /** Forgets one. */
    public void remove(UUID accountId, UUID passkeyId) {
        statements.change(
                "delete from frontless.passkey where account_id = ? and passkey_id = ?", accountId, passkeyId);
    }

    private Optional<Row> first(String sql, Object... parameters) {
        return statements.read(PasskeyRows::row, sql, parameters).stream().findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        Credential credential = new Credential(
                row.getBytes(3),
                row.getBytes(4),
                row.getLong(5),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8));
        return new Row(row.getObject(1, UUID.class), row.getString(2), credential, time(row, 9), time(row, 10));
    }

    private static @Nullable Instant time(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
