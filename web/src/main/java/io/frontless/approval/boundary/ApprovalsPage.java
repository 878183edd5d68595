package io.frontless.approval.boundary;

import io.frontless.approval.control.ApprovalCommands;
import io.frontless.approval.control.ApprovalQueries;
import io.frontless.approval.control.ApprovalView;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.DecideApproval;
import io.frontless.operation.DecideApproval.Verdict;
import io.frontless.operation.Permission;
import io.frontless.record.boundary.PagePlan;
import io.frontless.record.boundary.PlanCards;
import io.frontless.record.boundary.ShownPlan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.function.Predicate;

/** What waits for the person's approval, what they have asked others to approve, and what was decided. Their own plan is shown as a card. */
@Named
@RequestScoped
@Requires(Permission.READ)
public class ApprovalsPage {

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    ExternalContext external;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    ApprovalQueries queries;

    @Inject
    ApprovalCommands commands;

    @Inject
    PlanCards cards;

    @Inject
    PagePlan plan;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private List<ApprovalView> approvals = List.of();

    /** Reads the approvals, and the plan to confirm. */
    public void load() {
        approvals = queries.latest(workspace.caller());
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "approve").ifPresent(button -> decide(button, Verdict.APPROVE));
        RequestParameter.text(request, "refuse").ifPresent(button -> decide(button, Verdict.REFUSE));
        RequestParameter.text(request, "revoke")
                .ifPresent(button -> notice.attempt(() -> {
                    commands.withdraw(workspace.caller(), PathId.of("approval", button));
                    redirect.to(PageLink.requested(external));
                }));
        plan.act();
    }

    /** Those that wait for the person. */
    public List<ApprovalCard> getWaiting() {
        return approvals.stream()
                .filter(ApprovalView::mayDecide)
                .map(approval -> ApprovalCard.of(approval, cards.of(approval.plan())))
                .toList();
    }

    /** Those that the person has asked for. */
    public List<ApprovalLine> getOwn() {
        return lines(ApprovalView::own);
    }

    /** Those of others that do not wait any more. */
    public List<ApprovalLine> getDecided() {
        return lines(approval -> !approval.own() && !approval.mayDecide());
    }

    private List<ApprovalLine> lines(Predicate<ApprovalView> some) {
        return approvals.stream()
                .filter(some)
                .map(approval -> ApprovalLine.of(approval, isMine(approval)))
                .toList();
    }

    private boolean isMine(ApprovalView approval) {
        ApprovalView.Decided decided = approval.decided();
        return decided != null
                && decided.by().equals(workspace.caller().actor().id())
                && (approval.state() == ApprovalView.State.APPROVED || approval.state() == ApprovalView.State.REFUSED);
    }

    private void decide(String button, Verdict verdict) {
        notice.attempt(() -> {
            ShownPlan shown = ShownPlan.parse(button);
            String reason =
                    RequestParameter.text(request, "reason." + shown.planId()).orElse(null);
            commands.decide(workspace.caller(), new DecideApproval(shown.planId(), shown.hash(), verdict, reason));
            redirect.to(PageLink.requested(external));
        });
    }
}
