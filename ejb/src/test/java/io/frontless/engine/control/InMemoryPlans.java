package io.frontless.engine.control;

import io.frontless.engine.entity.PlanRows;
import io.frontless.engine.entity.StoredPlan;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plans in memory. */
final class InMemoryPlans extends PlanRows {
    private final Map<UUID, StoredPlan> byId = new LinkedHashMap<>();
    private final Map<String, StoredPlan> byKey = new HashMap<>();

    InMemoryPlans() {
        super(NoContainer.of(EntityManager.class));
    }

    @Override
    public void add(StoredPlan plan) {
        byId.put(plan.origin().planId(), plan);
    }

    /** Says under which key the latest plan was proposed, which the row itself does not tell. */
    void latestHasKey(String key) {
        byId.values().forEach(plan -> byKey.put(key, plan));
    }

    int count() {
        return byId.size();
    }

    @Override
    public Optional<StoredPlan> find(UUID workspaceId, UUID planId) {
        return Optional.ofNullable(byId.get(planId))
                .filter(plan -> plan.origin().workspaceId().equals(workspaceId));
    }

    @Override
    public Optional<StoredPlan> lock(UUID workspaceId, UUID planId) {
        return find(workspaceId, planId);
    }

    @Override
    public Optional<StoredPlan> byIdempotencyKey(UUID workspaceId, UUID accountId, String key) {
        return Optional.ofNullable(byKey.get(key))
                .filter(plan -> plan.origin().accountId().equals(accountId));
    }
}
