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

/** Reads and writes which app makes an account's one-time codes, in a transaction of its scope. The secrets themselves are the vault's. */
@Dependent
public class TotpRows {

    private static final String SELECT =
            "select secret_id, made_at, enabled_at, last_step from frontless.totp where account_id = ?";

    private final Statements statements;

    @Inject
    public TotpRows(Statements statements) {
        this.statements = statements;
    }

    /**
     * An app.
     *
     * @param enabledAt since when it is in use; null while it only waits for its first code
     * @param lastStep the latest time step of which a code was accepted
     */
    public record Row(
            UUID secretId, Instant madeAt, @Nullable Instant enabledAt, long lastStep) {}

    /** The one in use. */
    public Optional<Row> enabled(UUID accountId) {
        return first(SELECT + " and enabled_at is not null", accountId);
    }

    /** One that waits for its first code. */
    public Optional<Row> aside(UUID accountId, UUID secretId) {
        return first(SELECT + " and secret_id = ? and enabled_at is null", accountId, secretId);
    }

    /** Those that wait for their first code, the latest first. */
    public List<Row> allAside(UUID accountId) {
        return statements.read(TotpRows::row, SELECT + " and enabled_at is null order by made_at desc", accountId);
    }

    /** Adds one that waits. */
    public void putAside(UUID accountId, UUID secretId) {
        statements.change("insert into frontless.totp (account_id, secret_id) values (?, ?)", accountId, secretId);
    }

    /** Puts one into use. */
    public void enable(UUID accountId, UUID secretId, Instant now) {
        statements.change(
                "update frontless.totp set enabled_at = ? where account_id = ? and secret_id = ?",
                now.atOffset(ZoneOffset.UTC),
                accountId,
                secretId);
    }

    /** Accepts a code of a time step; false where one of it or of a later step was accepted before, also a moment before. */
    public boolean accept(UUID accountId, UUID secretId, long step) {
        return statements.change(
                        "update frontless.totp set last_step = ? where account_id = ? and secret_id = ? and last_step < ?",
                        step,
                        accountId,
                        secretId,
                        step)
                == 1;
    }

    /** Forgets one. */
    public void remove(UUID accountId, UUID secretId) {
        statements.change("delete from frontless.totp where account_id = ? and secret_id = ?", accountId, secretId);
    }

    private Optional<Row> first(String sql, Object... parameters) {
        return statements.read(TotpRows::row, sql, parameters).stream().findFirst();
    }

    private static Row row(ResultSet row) throws SQLException {
        OffsetDateTime enabledAt = row.getObject(3, OffsetDateTime.class);
        return new Row(
                row.getObject(1, UUID.class),
                Times.instant(row, 2),
                enabledAt == null ? null : enabledAt.toInstant(),
                row.getLong(4));
    }
}
