package io.frontless.approval.control;

import io.frontless.approval.control.ApprovalView.State;
import io.frontless.approval.entity.ApprovalRows;
import io.frontless.approval.entity.ApprovalRows.Decision;
import io.frontless.approval.entity.ApprovalRows.Row;
import io.frontless.approval.entity.ApprovalRows.Status;
import io.frontless.engine.control.HeldPlans;
import io.frontless.engine.control.PlanView;
import io.frontless.identity.control.People;
import io.frontless.kernel.Limits;
import io.frontless.operation.Permission;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Approvals, for those who have asked for them and those who may decide them; to others they do not exist. */
@Stateless
@InWorkspace
public class ApprovalQueries {

    @Inject
    ApprovalRows rows;

    @Inject
    HeldPlans plans;

    @Inject
    Approvers approvers;

    @Inject
    People people;

    @Inject
    Clock clock;

    /** The latest, those first that wait. */
    public List<ApprovalView> latest(Caller caller) {
        return views(caller, rows.latest(caller.workspaceId(), Limits.PAGE_ROWS_MAX));
    }

    /** How many wait for the caller's word; asked for with every page, so of those alone. */
    public long waiting(Caller caller) {
        return caller.access().allows(Permission.APPROVE, null)
                ? views(caller, rows.waiting(caller.workspaceId(), Limits.PAGE_ROWS_MAX)).stream()
                        .filter(ApprovalView::mayDecide)
                        .count()
                : 0;
    }

    /** That of one plan; NOT_FOUND where there is none. */
    public ApprovalView find(Caller caller, UUID planId) {
        return ofPlan(caller, planId).orElseThrow(() -> ApprovalState.notFound(planId));
    }

    /** The same, where there may be none. */
    public Optional<ApprovalView> ofPlan(Caller caller, UUID planId) {
        return rows.find(caller.workspaceId(), planId)
                .flatMap(row -> views(caller, List.of(row)).stream().findFirst());
    }

    /** Whether anybody but the caller may approve one of the caller's plans at present. */
    public boolean isAnybodyThere(Caller caller, PlanView plan) {
        return approvers.anybodyBut(caller.workspaceId(), caller.actor().id(), plan);
    }

    private List<ApprovalView> views(Caller caller, List<Row> some) {
        Map<UUID, String> names = names(some);
        return some.stream().flatMap(row -> view(caller, row, names).stream()).toList();
    }

    private Optional<ApprovalView> view(Caller caller, Row row, Map<UUID, String> names) {
        UUID self = caller.actor().id();
        boolean own = row.requestedBy().equals(self);
        PlanView plan =
                plans.find(caller.workspaceId(), row.planId()).orElseThrow().plan();
        boolean may = Approvers.mayApprove(caller.access(), plan);
        if (!own && !may) {
            return Optional.empty();
        }
        State state = state(caller.workspaceId(), row, plan);
        return Optional.of(new ApprovalView(
                plan,
                new ApprovalView.Asked(row.requestedBy(), name(names, row.requestedBy()), row.requestedAt()),
                state,
                decided(row.decision(), names),
                own,
                may && !own && state == State.PENDING));
    }

    private State state(UUID workspaceId, Row row, PlanView plan) {
        return switch (plan.status()) {
            case EXECUTED -> State.EXECUTED;
            case DISCARDED -> State.DISCARDED;
            case PROPOSED -> {
                boolean expired = !clock.instant().isBefore(plan.expiresAt());
                yield expired && row.status() != Status.REFUSED ? State.EXPIRED : open(workspaceId, row, plan);
            }
        };
    }

    private State open(UUID workspaceId, Row row, PlanView plan) {
        return switch (row.status()) {
            case PENDING -> State.PENDING;
            case REFUSED -> State.REFUSED;
            case WITHDRAWN -> State.WITHDRAWN;
            case APPROVED -> {
                Decision decision = row.decision();
                yield decision != null && approvers.may(workspaceId, decision.by(), plan)
                        ? State.APPROVED
                        : State.LAPSED;
            }
        };
    }

    private static ApprovalView.@Nullable Decided decided(@Nullable Decision decision, Map<UUID, String> names) {
        return decision == null
                ? null
                : new ApprovalView.Decided(decision.by(), name(names, decision.by()), decision.at(), decision.reason());
    }

    private Map<UUID, String> names(List<Row> all) {
        List<UUID> accounts = all.stream()
                .flatMap(row -> Stream.concat(
                        Stream.of(row.requestedBy()),
                        Stream.ofNullable(row.decision()).map(Decision::by)))
                .distinct()
                .toList();
        return people.byId(accounts).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, one -> one.getValue().name()));
    }

    private static String name(Map<UUID, String> names, UUID account) {
        return names.getOrDefault(account, "somebody who has left");
    }
}
