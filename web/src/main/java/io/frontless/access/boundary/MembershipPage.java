package io.frontless.access.boundary;

import io.frontless.access.control.OwnRole;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.LeaveWorkspace;
import io.frontless.operation.Permission;
import io.frontless.operation.Step;
import io.frontless.record.boundary.CurrentSchema;
import io.frontless.record.boundary.PlanCard;
import io.frontless.record.boundary.PlanCards;
import io.frontless.record.boundary.ShownPlan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One's own membership: the role, what it allows, and the way out. Parameter: {@code plan} the plan to confirm. */
@Named
@RequestScoped
@Requires(Permission.OWN_MEMBERSHIP)
public class MembershipPage {

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    OwnRole role;

    @Inject
    CommandGateway gateway;

    @Inject
    PlanCards cards;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private @Nullable PlanCard card;

    /** Reads the plan to confirm. */
    public void load() {
        RequestParameter.uuid(request, "plan")
                .ifPresent(plan -> card = cards.of(gateway.plan(workspace.caller(), plan)));
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        try {
            RequestParameter.text(request, "go-away").ifPresent(button -> propose());
            RequestParameter.text(request, "confirm").ifPresent(this::confirm);
            RequestParameter.text(request, "discard").ifPresent(this::discard);
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    /** What people call the role. */
    public String getRole() {
        return role.label(workspace.caller());
    }

    /** What it allows, in words. */
    public List<String> getGrants() {
        return workspace.caller().access().grants().stream()
                .map(grant -> GrantText.of(grant, schema.get()))
                .toList();
    }

    /** The plan to confirm, or what became of it; null where there is none. */
    public @Nullable PlanCard getCard() {
        return card;
    }

    private void propose() {
        Step step = Step.of("s1", new LeaveWorkspace());
        PlanView plan = gateway.propose(
                workspace.caller(),
                new PlanDraft("Leave the workspace " + workspace.getLabel(), List.of(step), null, null));
        redirect.to(here().with("plan", plan.planId()));
    }

    /** Whoever has left is somewhere else from now on. */
    private void confirm(String button) {
        ShownPlan shown = ShownPlan.parse(button);
        gateway.execute(workspace.caller(), shown.planId(), shown.confirmation());
        redirect.to(PageLink.to("/"));
    }

    private void discard(String button) {
        gateway.discard(workspace.caller(), PathId.of("plan", button));
        redirect.to(here());
    }

    private PageLink here() {
        return PageLink.to("/membership").with("w", workspace.getId());
    }
}
