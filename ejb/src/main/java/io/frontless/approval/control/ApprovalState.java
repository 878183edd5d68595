package io.frontless.approval.control;

import io.frontless.approval.entity.ApprovalRows;
import io.frontless.approval.entity.ApprovalRows.Decision;
import io.frontless.approval.entity.ApprovalRows.Row;
import io.frontless.approval.entity.ApprovalRows.Status;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.HeldPlans;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How an approval is, in the form that events keep; what the handlers share that change one. */
@Dependent
public class ApprovalState {

    private final ApprovalRows rows;
    private final HeldPlans plans;

    @Inject
    public ApprovalState(ApprovalRows rows, HeldPlans plans) {
        this.rows = rows;
        this.plans = plans;
    }

    /** An approval that somebody asks for, with its plan. */
    record Asked(PlanView plan, Row row) {}

    /** One that somebody asks for, with its plan, which is locked: of decisions and executions at the same time, one comes first. */
    Asked lockAsked(Execution execution, UUID plan) {
        return plans.lock(execution.workspaceId(), plan)
                .flatMap(held -> find(execution.workspaceId(), plan).map(row -> new Asked(held.plan(), row)))
                .orElseThrow(() -> notFound(plan));
    }

    /** One that somebody asks for. */
    Optional<Row> find(UUID workspaceId, UUID plan) {
        return rows.find(workspaceId, plan).filter(row -> row.status() != Status.WITHDRAWN);
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), planOf(event))
                .map(row -> new Present(row.status() == Status.WITHDRAWN ? null : state(row), row.version()))
                .orElseGet(Present::nothing);
    }

    /** Refuses programs, and whoever speaks for others: an approval is a person's own word. */
    static void requirePerson(Execution execution) {
        if (execution.caller().actor().kind() != Actor.Kind.PERSON) {
            throw new Rejection(Reason.DENIED, "only a person asks for an approval or decides about one");
        }
    }

    /** Refuses as CONFLICT a plan that cannot be executed any more. */
    static void requireOpen(Execution execution, PlanView plan) {
        if (plan.status() != PlanView.Status.PROPOSED) {
            throw Rejection.conflict(
                    "plan", "one that waits", plan.status().name().toLowerCase(Locale.ROOT));
        }
        if (!execution.now().isBefore(plan.expiresAt())) {
            throw Rejection.conflict("plan", "one that has not expired", "expired at " + plan.expiresAt());
        }
    }

    /** How it stands, as events say it. */
    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static Rejection notFound(UUID plan) {
        return Rejection.notFound("approval", plan);
    }

    /** The plan that an event speaks of. */
    static UUID planOf(EventView event) {
        return new Params("event", Objects.requireNonNull(event.after() == null ? event.before() : event.after()))
                .id("key");
    }

    static Change change(
            PlanView plan,
            @Nullable Map<String, @Nullable Object> before,
            @Nullable Map<String, @Nullable Object> after,
            long version) {
        return new Change(
                new Change.Subject(null, null, plan.planId().toString()),
                plan.summary(),
                before,
                after,
                version,
                0,
                Map.of());
    }

    static Map<String, @Nullable Object> state(Row row) {
        Decision decision = row.decision();
        return decision == null
                ? waiting(row.planId(), row.hash(), row.requestedBy())
                : decided(row, row.status(), decision.by(), decision.reason());
    }

    /** The state of one that waits. */
    static Map<String, @Nullable Object> waiting(UUID plan, String hash, UUID requestedBy) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", plan.toString());
        state.put("hash", hash);
        state.put("requestedBy", requestedBy.toString());
        state.put("status", word(Status.PENDING));
        return state;
    }

    /** The state of one that was decided. */
    static Map<String, @Nullable Object> decided(Row row, Status status, UUID by, @Nullable String reason) {
        Map<String, @Nullable Object> state = waiting(row.planId(), row.hash(), row.requestedBy());
        state.put("status", word(status));
        state.put("decidedBy", by.toString());
        state.put("reason", reason);
        return state;
    }
}
