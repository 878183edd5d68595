package io.frontless.engine.entity;

import io.frontless.workspace.entity.TenantKey;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** Reads and writes plans. */
@Dependent
public class PlanRows {

    private final EntityManager manager;

    @Inject
    public PlanRows(EntityManager manager) {
        this.manager = manager;
    }

    /** Adds a plan. */
    public void add(StoredPlan plan) {
        manager.persist(plan);
        manager.flush();
    }

    /** One plan. */
    public Optional<StoredPlan> find(UUID workspaceId, UUID planId) {
        return Optional.ofNullable(manager.find(StoredPlan.class, new TenantKey(workspaceId, planId)));
    }

    /** One plan, locked until the end of the transaction, so that it is executed once. */
    public Optional<StoredPlan> lock(UUID workspaceId, UUID planId) {
        return Optional.ofNullable(
                manager.find(StoredPlan.class, new TenantKey(workspaceId, planId), LockModeType.PESSIMISTIC_WRITE));
    }

    /** The plan that a person proposed under this key. */
    public Optional<StoredPlan> byIdempotencyKey(UUID workspaceId, UUID accountId, String key) {
        return manager.createQuery(
                        "select p from StoredPlan p where p.workspaceId = :workspace and p.accountId = :account"
                                + " and p.idempotencyKey = :key",
                        StoredPlan.class)
                .setParameter("workspace", workspaceId)
                .setParameter("account", accountId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }
}
