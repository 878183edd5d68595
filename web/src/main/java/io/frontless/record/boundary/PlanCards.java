package io.frontless.record.boundary;

import io.frontless.approval.control.ApprovalQueries;
import io.frontless.approval.control.ApprovalView;
import io.frontless.engine.control.PlanView;
import io.frontless.engine.control.PlanView.ChangeView;
import io.frontless.engine.control.Risk;
import io.frontless.event.control.EventFilter;
import io.frontless.event.control.EventQueries;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.operation.CreateEntity;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Params;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes cards of plans, with what has become of them since. */
@RequestScoped
public class PlanCards {

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    EventQueries events;

    @Inject
    ApprovalQueries approvals;

    @Inject
    Clock clock;

    /** The card of a plan. */
    public PlanCard of(PlanView plan) {
        return of(plan, Origins.UNKNOWN);
    }

    /** The same, with where its values come from. */
    public PlanCard of(PlanView plan, Origins origins) {
        PlanCard.State state = state(plan);
        return PlanCard.of(plan, state, withNewEntities(plan), origins, hold(plan, state));
    }

    private PlanHold hold(PlanView plan, PlanCard.State state) {
        if (plan.risk() != Risk.IRREVERSIBLE || state != PlanCard.State.PROPOSED) {
            return PlanHold.NONE;
        }
        return approvals
                .ofPlan(workspace.caller(), plan.planId())
                .filter(approval -> approval.state() != ApprovalView.State.WITHDRAWN)
                .map(PlanHold::of)
                .orElseGet(() -> PlanHold.unasked(approvals.isAnybodyThere(workspace.caller(), plan)));
    }

    private PlanCard.State state(PlanView plan) {
        return switch (plan.status()) {
            case PROPOSED ->
                clock.instant().isAfter(plan.expiresAt()) ? PlanCard.State.EXPIRED : PlanCard.State.PROPOSED;
            case EXECUTED -> isUndone(plan) ? PlanCard.State.UNDONE : PlanCard.State.DONE;
            case DISCARDED -> PlanCard.State.DISCARDED;
        };
    }

    /** A plan is undone as a whole, so any of its events tells. */
    private boolean isUndone(PlanView plan) {
        EventFilter last = new EventFilter(null, null, plan.planId(), null, null, null, EventFilter.Detail.NONE, 1);
        return events.find(workspace.caller(), last).stream().anyMatch(event -> !event.standing());
    }

    /** The schema with the entities that the plan itself would create, so that its records have labels. */
    private SchemaView withNewEntities(PlanView plan) {
        SchemaView present = schema.get();
        List<EntityView> entities = new ArrayList<>(present.entities());
        for (ChangeView change : plan.changes()) {
            String key = change.entity();
            if (change.action().equals(CreateEntity.NAME)
                    && key != null
                    && present.entity(key).isEmpty()) {
                entities.add(new EntityView(key, change.title(), 1, fields(change)));
            }
        }
        return new SchemaView(entities, present.takenKeys());
    }

    private static List<FieldSpec> fields(ChangeView change) {
        Map<String, ?> after = change.after();
        List<FieldSpec> fields = new ArrayList<>();
        if (after != null && after.get("fields") instanceof List<?> all) {
            for (Object field : all) {
                fields.add(FieldSpec.from(params(field)));
            }
        }
        return fields;
    }

    @SuppressWarnings("unchecked") // a field in a preview is a JSON object, whose names are text
    private static Params params(Object field) {
        return new Params("field", (Map<String, Object>) field);
    }
}
