package io.frontless.record.boundary;

import io.frontless.approval.control.ApprovalCommands;
import io.frontless.boundary.PathId;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.Operation;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The plan of a page whose buttons propose changes: shown as a card on the same page, and there confirmed, discarded or taken back. Parameter: {@code plan} the plan to show.
 */
@Named
@RequestScoped
public class PagePlan {

    @Inject
    HttpServletRequest request;

    @Inject
    ExternalContext external;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CommandGateway gateway;

    @Inject
    ApprovalCommands approvals;

    @Inject
    PlanCards cards;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private @Nullable PlanCard card;

    /** Reads the plan that the address names. */
    public void load() {
        if (card == null) {
            RequestParameter.uuid(request, "plan")
                    .ifPresent(plan -> card = cards.of(gateway.plan(workspace.caller(), plan)));
        }
    }

    /** Does what the pressed button of the card says. */
    public void act() {
        act(this::show);
    }

    /** The same, where something else than its card follows a plan that was executed. */
    public void act(Consumer<PlanView> executed) {
        RequestParameter.text(request, "confirm")
                .ifPresent(button -> notice.attempt(() -> {
                    ShownPlan shown = ShownPlan.parse(button);
                    executed.accept(gateway.execute(workspace.caller(), shown.planId(), shown.confirmation()));
                }));
        RequestParameter.text(request, "discard")
                .ifPresent(button -> notice.attempt(() -> {
                    gateway.discard(workspace.caller(), PathId.of("plan", button));
                    redirect.to(PageLink.requested(external));
                }));
        RequestParameter.text(request, "ask")
                .ifPresent(button -> notice.attempt(() -> show(approvals
                        .request(workspace.caller(), PathId.of("plan", button))
                        .plan())));
        RequestParameter.text(request, "withdraw")
                .ifPresent(button -> notice.attempt(() -> show(approvals
                        .withdraw(workspace.caller(), PathId.of("plan", button))
                        .plan())));
        RequestParameter.text(request, "undo")
                .ifPresent(button -> notice.attempt(() -> {
                    UUID plan = PathId.of("plan", button);
                    show(gateway.proposeUndo(workspace.caller(), Undo.of(new UndoTarget.Plan(plan)), null));
                }));
    }

    /** Proposes an operation, which is made, and perhaps refused, when it is asked for; the page then shows the plan. */
    public void propose(String summary, Supplier<Operation> operation) {
        proposeStep(summary, () -> Step.of("s1", operation.get()));
    }

    /** The same of a step, such as one that relies on a version. */
    public void proposeStep(String summary, Supplier<Step> step) {
        notice.attempt(() ->
                show(gateway.propose(workspace.caller(), new PlanDraft(summary, List.of(step.get()), null, null))));
    }

    /** Leads to the page with a plan. */
    public void show(PlanView plan) {
        redirect.to(PageLink.requested(external).with("plan", plan.planId()));
    }

    /** Shows a plan in this very answer. */
    public void showNow(PlanView plan) {
        card = cards.of(plan);
    }

    /** The plan to confirm, or what became of it; null where there is none. */
    public @Nullable PlanCard getCard() {
        return card;
    }
}
