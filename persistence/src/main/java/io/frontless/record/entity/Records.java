package io.frontless.record.entity;

import io.frontless.workspace.entity.TenantKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes records. */
@Dependent
public class Records {

    private final EntityManager manager;

    @Inject
    public Records(EntityManager manager) {
        this.manager = manager;
    }

    /** One record, deleted or not. */
    public Optional<StoredRecord> find(UUID workspaceId, UUID id) {
        return Optional.ofNullable(manager.find(StoredRecord.class, new TenantKey(workspaceId, id)));
    }

    /** One record, deleted or not, locked until the end of the transaction. */
    public Optional<StoredRecord> lock(UUID workspaceId, UUID id) {
        return Optional.ofNullable(
                manager.find(StoredRecord.class, new TenantKey(workspaceId, id), LockModeType.PESSIMISTIC_WRITE));
    }

    /** Those of the ids that exist, in no order. */
    public List<StoredRecord> findAll(UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return manager.createQuery(
                        "select r from StoredRecord r where r.workspaceId = :workspace and r.id in :ids",
                        StoredRecord.class)
                .setParameter("workspace", workspaceId)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** A page of an entity's living records in the order of their ids, after the given one. */
    public List<StoredRecord> page(UUID workspaceId, String entity, UUID after, int limit) {
        return manager.createQuery(
                        "select r from StoredRecord r where r.workspaceId = :workspace and r.entity = :entity"
                                + " and r.deletedAt is null and r.id > :after order by r.id",
                        StoredRecord.class)
                .setParameter("workspace", workspaceId)
                .setParameter("entity", entity)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    /** A search for living records of an entity. */
    public RecordSearch search(UUID workspaceId, String entity) {
        return new RecordSearch(manager, workspaceId, entity);
    }

    /** Adds a record. */
    public void add(StoredRecord record) {
        manager.persist(record);
    }

    /** Sends what was changed so far, so that statements on the same rows see it. */
    public void flush() {
        manager.flush();
    }
}
