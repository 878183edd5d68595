package io.frontless.record.entity;

import io.frontless.workspace.entity.Statements;
import io.frontless.workspace.entity.Statements.Array;
import io.frontless.workspace.entity.Statements.Batch;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes records. They are plain values and not managed entities: a plan writes thousands of them in one transaction, and every flush
 * would compare each one managed so far with what it was.
 */
@Dependent
public class Records {

    private static final String COLUMNS =
            "select r.record_id, r.entity, r.version, cast(r.data as text), r.deleted_at is not null from frontless.record r";
    private static final String BY_ID = COLUMNS + " where r.workspace_id = ? and r.record_id = any(?)";

    private final Statements statements;

    @Inject
    public Records(Statements statements) {
        this.statements = statements;
    }

    /** Those of the ids that exist, deleted or not, in no order. */
    public List<StoredRecord> findAll(UUID workspaceId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : statements.read(Records::record, BY_ID, workspaceId, Array.ids(List.copyOf(ids)));
    }

    /** The same, locked until the end of the transaction; in the order of their ids, so that two plans cannot wait for each other. */
    public List<StoredRecord> lockAll(UUID workspaceId, Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : statements.read(
                        Records::record,
                        BY_ID + " order by r.record_id for update",
                        workspaceId,
                        Array.ids(List.copyOf(ids)));
    }

    /** One record, deleted or not. */
    public Optional<StoredRecord> find(UUID workspaceId, UUID id) {
        return findAll(workspaceId, List.of(id)).stream().findFirst();
    }

    /** A page of an entity's living records in the order of their ids, after the given one. */
    public List<StoredRecord> page(UUID workspaceId, String entity, UUID after, int limit) {
        return statements.read(
                Records::record,
                COLUMNS + " where r.workspace_id = ? and r.entity = ? and r.deleted_at is null and r.record_id > ?"
                        + " order by r.record_id limit ?",
                workspaceId,
                entity,
                after,
                limit);
    }

    /** The id of the living record so many after another; none where there are fewer. */
    public Optional<UUID> idAfter(UUID workspaceId, String entity, UUID after, int steps) {
        return statements
                .read(
                        row -> row.getObject(1, UUID.class),
                        "select record_id from frontless.record where workspace_id = ? and entity = ? and deleted_at is null"
                                + " and record_id > ? order by record_id limit 1 offset " + (steps - 1),
                        workspaceId,
                        entity,
                        after)
                .stream()
                .findFirst();
    }

    /** When a record came; such places follow each other in the order of time, and of ids where that is the same. */
    public record Created(Instant at, UUID id) {}

    /** Records that an entity had until a time, those deleted since and before too, after a place in the order in which they came. */
    public List<Created> created(UUID workspaceId, String entity, Created after, Instant until, int limit) {
        return statements.read(
                row -> new Created(row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class)),
                "select r.created_at, r.record_id from frontless.record r where r.workspace_id = ? and r.entity = ?"
                        + " and (r.created_at, r.record_id) > (?, ?) and r.created_at <= ?"
                        + " order by r.created_at, r.record_id limit ?",
                workspaceId,
                entity,
                after.at().atOffset(ZoneOffset.UTC),
                after.id(),
                until.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** Adds records. */
    public void add(Batch batch, UUID workspaceId, List<StoredRecord> added) {
        if (!added.isEmpty()) {
            batch.add(
                    "insert into frontless.record (workspace_id, record_id, entity, version, data, deleted_at)"
                            + " select ?, r.record_id, r.entity, r.version, cast(r.data as jsonb),"
                            + " case when r.deleted then clock_timestamp() end"
                            + " from unnest(?, ?, ?, ?, ?) as r(record_id, entity, version, data, deleted)",
                    workspaceId,
                    column("uuid", added, StoredRecord::id),
                    column("text", added, StoredRecord::entity),
                    column("bigint", added, StoredRecord::version),
                    column("text", added, StoredRecord::data),
                    column("boolean", added, StoredRecord::deleted));
        }
    }

    /** Replaces versions, values and tombstones of records. */
    public void change(Batch batch, UUID workspaceId, List<StoredRecord> changed) {
        if (!changed.isEmpty()) {
            batch.add(
                    "update frontless.record r set version = n.version, data = cast(n.data as jsonb), updated_at = clock_timestamp(),"
                            + " deleted_at = case when n.deleted then coalesce(r.deleted_at, clock_timestamp()) end"
                            + " from unnest(?, ?, ?, ?) as n(record_id, version, data, deleted)"
                            + " where r.workspace_id = ? and r.record_id = n.record_id",
                    column("uuid", changed, StoredRecord::id),
                    column("bigint", changed, StoredRecord::version),
                    column("text", changed, StoredRecord::data),
                    column("boolean", changed, StoredRecord::deleted),
                    workspaceId);
        }
    }

    private static Array column(
            String type, List<StoredRecord> records, Function<StoredRecord, @Nullable Object> value) {
        List<@Nullable Object> values = new ArrayList<>(records.size());
        records.forEach(record -> values.add(value.apply(record)));
        return new Array(type, values);
    }

    private static StoredRecord record(ResultSet row) throws SQLException {
        return new StoredRecord(
                row.getObject(1, UUID.class), row.getString(2), row.getLong(3), row.getString(4), row.getBoolean(5));
    }
}
