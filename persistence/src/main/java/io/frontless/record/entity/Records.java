package io.frontless.record.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads and writes records. They are plain values and not managed entities: a plan writes thousands of them in one transaction, and every flush
 * would compare each one managed so far with what it was.
 */
@Dependent
public class Records {

    private static final String COLUMNS =
            "select r.record_id, r.entity, r.version, cast(r.data as text), r.deleted_at is not null from frontless.record r";
    private static final String ONE = COLUMNS + " where r.workspace_id = ?1 and r.record_id = ?2";

    private final EntityManager manager;

    @Inject
    public Records(EntityManager manager) {
        this.manager = manager;
    }

    /** One record, deleted or not. */
    public Optional<StoredRecord> find(UUID workspaceId, UUID id) {
        return records(query(ONE, workspaceId, id)).stream().findFirst();
    }

    /** One record, deleted or not, locked until the end of the transaction. */
    public Optional<StoredRecord> lock(UUID workspaceId, UUID id) {
        return records(query(ONE + " for update", workspaceId, id)).stream().findFirst();
    }

    /** Those of the ids that exist, in no order. */
    public List<StoredRecord> findAll(UUID workspaceId, Collection<UUID> ids) {
        String listed = ids.stream().map(UUID::toString).collect(Collectors.joining(","));
        return records(query(
                COLUMNS + " where r.workspace_id = ?1 and r.record_id = any(cast(string_to_array(?2, ',') as uuid[]))",
                workspaceId,
                listed));
    }

    /** A page of an entity's living records in the order of their ids, after the given one. */
    public List<StoredRecord> page(UUID workspaceId, String entity, UUID after, int limit) {
        return records(query(
                COLUMNS + " where r.workspace_id = ?1 and r.entity = ?2 and r.deleted_at is null and r.record_id > ?3"
                        + " order by r.record_id limit ?4",
                workspaceId,
                entity,
                after,
                limit));
    }

    /** Adds a living record of version 1. */
    public void add(UUID workspaceId, UUID id, String entity, String data) {
        query(
                        "insert into frontless.record (workspace_id, record_id, entity, version, data)"
                                + " values (?1, ?2, ?3, 1, cast(?4 as jsonb))",
                        workspaceId,
                        id,
                        entity,
                        data)
                .executeUpdate();
    }

    /** Replaces a record's values. */
    public void change(UUID workspaceId, UUID id, String data) {
        query(
                        "update frontless.record set data = cast(?3 as jsonb), version = version + 1,"
                                + " updated_at = clock_timestamp() where workspace_id = ?1 and record_id = ?2",
                        workspaceId,
                        id,
                        data)
                .executeUpdate();
    }

    /** Leaves a tombstone. */
    public void delete(UUID workspaceId, UUID id) {
        query(
                        "update frontless.record set deleted_at = clock_timestamp(), version = version + 1,"
                                + " updated_at = clock_timestamp() where workspace_id = ?1 and record_id = ?2",
                        workspaceId,
                        id)
                .executeUpdate();
    }

    /** Takes the tombstone away. */
    public void restore(UUID workspaceId, UUID id) {
        query(
                        "update frontless.record set deleted_at = null, version = version + 1,"
                                + " updated_at = clock_timestamp() where workspace_id = ?1 and record_id = ?2",
                        workspaceId,
                        id)
                .executeUpdate();
    }

    private Query query(String sql, Object... parameters) {
        Query query = manager.createNativeQuery(sql);
        for (int index = 0; index < parameters.length; index++) {
            query.setParameter(index + 1, parameters[index]);
        }
        return query;
    }

    private static List<StoredRecord> records(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(Records::record).toList();
    }

    private static StoredRecord record(Object row) {
        Object[] columns = (Object[]) row;
        return new StoredRecord(
                UUID.fromString(columns[0].toString()),
                columns[1].toString(),
                ((Number) columns[2]).longValue(),
                columns[3].toString(),
                (Boolean) columns[4]);
    }
}
