package io.frontless.access.boundary;

import io.frontless.access.control.OwnRole;
import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.LeaveWorkspace;
import io.frontless.operation.Permission;
import io.frontless.record.boundary.CurrentSchema;
import io.frontless.record.boundary.PagePlan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** One's own membership: the role, what it allows, and the way out. */
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
    PagePlan plan;

    @Inject
    Redirect redirect;

    /** Reads the plan to leave. */
    public void load() {
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "go-away")
                .ifPresent(button -> plan.propose("Leave the workspace " + workspace.getLabel(), LeaveWorkspace::new));
        // Whoever has left is somewhere else from now on.
        plan.act(executed -> redirect.to(PageLink.to("/")));
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
}
