package io.frontless.apikey.entity;

import io.frontless.workspace.entity.Lookups;
import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.TextRow;
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

/** Reads and writes API keys; of a secret it knows the hash alone. */
@Dependent
public class ApiKeyRows {

    private static final String SELECT = """
            select key_id, label, role, hint, rows_per_day, version, created_at, expires_at, used_at, revoked_at is not null
            from frontless.api_key where workspace_id = ?""";

    private static final String OWN = "select frontless.key_by_context(?)";

    private final Statements statements;
    private final Lookups lookups;

    @Inject
    public ApiKeyRows(Statements statements, Lookups lookups) {
        this.statements = statements;
        this.lookups = lookups;
    }

    /** What was asked for when a key was made. */
    public record Terms(
            UUID keyId,
            String label,
            String role,
            Instant expiresAt,
            @Nullable Long rowsPerDay) {}

    /** A key; {@code hint} is the beginning of its secret. */
    public record Row(
            Terms terms,
            String hint,
            long version,
            Instant createdAt,
            @Nullable Instant usedAt,
            boolean revoked) {}

    /**
     * A key that is not revoked, as it sees itself.
     *
     * @param grants JSON; null where the role is not one of the workspace's own
     * @param roleKept whether it is one, and is not deleted
     * @param secretHash in hexadecimal
     * @param maker who made it; null for keys from before that was kept
     */
    public record Own(
            UUID workspaceId,
            String label,
            String role,
            @Nullable String grants,
            boolean roleKept,
            String secretHash,
            Instant expiresAt,
            @Nullable Maker maker) {}

    /** Who made a key, by the name they had then. */
    public record Maker(UUID accountId, String name) {}

    /** The key that a context for a database names. */
    public Optional<Own> own(String database, String keyContext) {
        return lookups.askIn(database, OWN, keyContext).map(ApiKeyRows::own);
    }

    /** All that are not revoked, by label. */
    public List<Row> living(UUID workspaceId) {
        return statements.read(
                ApiKeyRows::row, SELECT + " and revoked_at is null order by lower(label), key_id", workspaceId);
    }

    /** One, revoked or not. */
    public Optional<Row> find(UUID workspaceId, UUID keyId) {
        return statements.read(ApiKeyRows::row, SELECT + " and key_id = ?", workspaceId, keyId).stream()
                .findFirst();
    }

    /** One, revoked or not, locked until the end of the transaction. */
    public Optional<Row> lock(UUID workspaceId, UUID keyId) {
        return statements.read(ApiKeyRows::row, SELECT + " and key_id = ? for update", workspaceId, keyId).stream()
                .findFirst();
    }

    /** Adds one of version 1. */
    public void add(UUID workspaceId, Terms terms, Maker maker, String hint, byte[] secretHash) {
        statements.change(
                """
                insert into frontless.api_key
                  (workspace_id, key_id, label, role, hint, secret_hash, rows_per_day, expires_at, made_by, maker_name)
                values (?, ?, ?, ?, ?, ?, cast(? as bigint), ?, ?, ?)""",
                workspaceId,
                terms.keyId(),
                terms.label(),
                terms.role(),
                hint,
                secretHash,
                terms.rowsPerDay(),
                terms.expiresAt().atOffset(ZoneOffset.UTC),
                maker.accountId(),
                maker.name());
    }

    /** Revokes one. */
    public void revoke(UUID workspaceId, UUID keyId) {
        statements.change(
                "update frontless.api_key set revoked_at = clock_timestamp(), version = version + 1"
                        + " where workspace_id = ? and key_id = ?",
                workspaceId,
                keyId);
    }

    /** Notes that one was used. */
    public void noteUse(UUID workspaceId, UUID keyId) {
        statements.change(
                "update frontless.api_key set used_at = clock_timestamp() where workspace_id = ? and key_id = ?",
                workspaceId,
                keyId);
    }

    /** Counts rows against a key's budget of today; false, and nothing counted, where they do not fit. */
    public boolean spend(UUID workspaceId, UUID keyId, long rows) {
        return statements
                .read(row -> row.getBoolean(1), "select frontless.spend_rows(?, ?, ?)", workspaceId, keyId, rows)
                .get(0);
    }

    private static Own own(TextRow row) {
        Maker maker = row.get(7) == null ? null : new Maker(row.id(7), row.text(8));
        return new Own(
                row.id(0), row.text(1), row.text(2), row.get(3), row.flag(4), row.text(5), row.instant(6), maker);
    }

    private static Row row(ResultSet row) throws SQLException {
        long rowsPerDay = row.getLong(5);
        Long budget = row.wasNull() ? null : rowsPerDay;
        OffsetDateTime usedAt = row.getObject(9, OffsetDateTime.class);
        return new Row(
                new Terms(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(8, OffsetDateTime.class).toInstant(),
                        budget),
                row.getString(4),
                row.getLong(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                usedAt == null ? null : usedAt.toInstant(),
                row.getBoolean(10));
    }
}
