package io.frontless.engine.control;

import io.frontless.engine.entity.PlanRows;
import io.frontless.engine.entity.StoredPlan;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Step;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import io.frontless.workspace.control.RowMeter;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps plans between proposal and execution. A plan belongs to the person who proposed it; to others it does not exist. */
@Stateless
@InWorkspace
public class PlanStore {

    @Inject
    PlanRows rows;

    @Inject
    RowMeter meter;

    @Inject
    Clock clock;

    /** A plan before it is stored: its id, what was asked for, the steps as they will run, and what they do. */
    public record Proposed(UUID planId, PlanDraft draft, List<Step> steps, Assessment assessment) {}

    /** Stores a proposed plan. What its preview shows has been read. */
    public PlanView add(Caller caller, Proposed proposed) {
        meter.count(
                caller,
                Math.min(
                        proposed.assessment().rows(),
                        proposed.assessment().shown().size()));
        StoredPlan plan = plan(caller, proposed);
        rows.add(plan);
        return view(plan);
    }

    /** Stores a plan that has been executed in this transaction. */
    public void addExecuted(Caller caller, Proposed proposed) {
        StoredPlan plan = plan(caller, proposed);
        plan.become(PlanView.Status.EXECUTED.name());
        rows.add(plan);
    }

    private StoredPlan plan(Caller caller, Proposed proposed) {
        PlanDraft draft = proposed.draft();
        // As exact as the database keeps it: what is answered now is what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new StoredPlan(
                new StoredPlan.Origin(
                        caller.workspaceId(), proposed.planId(), caller.actor().id(), draft.conversationId()),
                new StoredPlan.Content(
                        draft.summary(),
                        PlanJson.write(proposed.steps()),
                        PlanJson.write(proposed.assessment()),
                        proposed.assessment().hash()),
                idempotency(draft),
                new StoredPlan.Lifetime(now, now.plus(Limits.PLAN_LIFETIME)));
    }

    /** The plan that an earlier request with the same key made; CONFLICT where that request said something else. */
    public Optional<PlanView> earlier(Caller caller, PlanDraft draft) {
        String key = draft.idempotencyKey();
        if (key == null) {
            return Optional.empty();
        }
        Optional<StoredPlan> plan =
                rows.byIdempotencyKey(caller.workspaceId(), caller.actor().id(), key);
        plan.ifPresent(found -> {
            if (!bodyHash(draft).equals(found.bodyHash())) {
                throw Rejection.conflict("idempotencyKey", "the request that this key was first used with", key);
            }
        });
        return plan.map(PlanStore::view);
    }

    /** One of the caller's plans. */
    public PlanView find(Caller caller, UUID planId) {
        return view(own(caller, planId, rows.find(caller.workspaceId(), planId)));
    }

    /** The steps of one of the caller's plans, as they will run. */
    public List<Step> steps(Caller caller, UUID planId) {
        StoredPlan plan = own(caller, planId, rows.find(caller.workspaceId(), planId));
        return PlanJson.readStored(plan.content().steps());
    }

    /** Marks one of the caller's plans as discarded; one that was executed cannot be. */
    public PlanView discard(Caller caller, UUID planId) {
        StoredPlan plan = own(caller, planId, rows.lock(caller.workspaceId(), planId));
        if (status(plan) == PlanView.Status.EXECUTED) {
            throw Rejection.conflict("plan", "one that was not executed", "one that was; undo it instead");
        }
        plan.become(PlanView.Status.DISCARDED.name());
        return view(plan);
    }

    /** What a plan says it does, in a few words, and how many changes it makes. */
    public record Summary(String text, int changes) {}

    /** The summary of a plan: of one's own, and of any for whoever may read everything, since its words may tell of what others may not read. */
    public Optional<Summary> summary(Caller caller, UUID planId) {
        return rows.find(caller.workspaceId(), planId)
                .filter(plan -> plan.origin().accountId().equals(caller.actor().id())
                        || caller.access().readsEverything())
                .map(PlanStore::view)
                .map(plan -> new Summary(plan.summary(), plan.changeCount()));
    }

    /** One of the caller's plans, locked for execution. */
    public StoredPlan lockOwn(Caller caller, UUID planId) {
        return own(caller, planId, rows.lock(caller.workspaceId(), planId));
    }

    static PlanView.Status status(StoredPlan plan) {
        return PlanView.Status.valueOf(plan.status());
    }

    static PlanView view(StoredPlan plan) {
        StoredPlan.Content content = plan.content();
        Assessment preview = PlanJson.readPreview(content.preview(), content.hash());
        return new PlanView(
                plan.origin().planId(),
                plan.origin().conversationId(),
                content.summary(),
                status(plan),
                preview.risk(),
                preview.rows(),
                preview.shown(),
                preview.changeCount(),
                preview.findings(),
                preview.findingCount(),
                content.hash(),
                plan.lifetime().createdAt(),
                plan.lifetime().expiresAt());
    }

    private static StoredPlan own(Caller caller, UUID planId, Optional<StoredPlan> plan) {
        return plan.filter(found ->
                        found.origin().accountId().equals(caller.actor().id()))
                .orElseThrow(() -> Rejection.notFound("plan", planId));
    }

    private static StoredPlan.@Nullable Idempotency idempotency(PlanDraft draft) {
        String key = draft.idempotencyKey();
        return key == null ? null : new StoredPlan.Idempotency(key, bodyHash(draft));
    }

    private static String bodyHash(PlanDraft draft) {
        return Digests.sha256Hex(draft.summary() + "\n" + PlanJson.canonical(draft.steps()));
    }
}
