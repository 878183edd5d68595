package io.frontless.event.entity;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down attempts that were refused. */
@Dependent
public class Attempts {

    private final EntityManager manager;

    @Inject
    public Attempts(EntityManager manager) {
        this.manager = manager;
    }

    /** Why it was refused. */
    public record Refusal(
            String action,
            String reason,
            String message,
            @Nullable UUID planId,
            @Nullable String source) {}

    /** Adds an attempt; does nothing where the workspace does not exist, because then nobody could read of it. */
    public void add(UUID workspaceId, String actorKind, UUID actorId, Refusal refusal) {
        manager.createNativeQuery("""
                        insert into frontless.refused_attempt (workspace_id, actor_kind, actor_id, action, reason, message, plan_id, source)
                        select w.workspace_id, cast(?2 as text), cast(?3 as uuid), cast(?4 as text), cast(?5 as text), cast(?6 as text),
                               cast(nullif(?7, '') as uuid), nullif(cast(?8 as text), '')
                        from frontless.workspace w where w.workspace_id = ?1
                        """)
                .setParameter(1, workspaceId)
                .setParameter(2, actorKind)
                .setParameter(3, actorId)
                .setParameter(4, refusal.action())
                .setParameter(5, refusal.reason())
                .setParameter(6, refusal.message())
                .setParameter(
                        7, refusal.planId() == null ? "" : refusal.planId().toString())
                .setParameter(8, refusal.source() == null ? "" : refusal.source())
                .executeUpdate();
    }
}
