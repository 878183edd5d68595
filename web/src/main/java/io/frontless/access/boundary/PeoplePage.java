package io.frontless.access.boundary;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.InvitationView;
import io.frontless.access.control.MemberView;
import io.frontless.access.control.RoleView;
import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.Comparison;
import io.frontless.operation.DeleteRole;
import io.frontless.operation.Permission;
import io.frontless.record.boundary.CurrentSchema;
import io.frontless.record.boundary.PagePlan;
import io.frontless.record.boundary.TimeText;
import io.frontless.schema.control.EntityView;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.SignInPolicy;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Members with their roles, and roles with what they allow. Parameter: {@code role} the role to change. */
@Named
@RequestScoped
@Requires(Permission.MANAGE_ROLES)
public class PeoplePage {

    private static final List<Integer> IDLE_HOURS = List.of(1, 2, 4, 8, 12, 24);

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentSchema schema;

    @Inject
    AccessQueries access;

    @Inject
    PagePlan plan;

    private List<RoleView> roles = List.of();
    private List<MemberView> members = List.of();
    private List<MemberView> former = List.of();
    private List<InvitationView> invitations = List.of();
    private @Nullable SignInPolicy policy;
    private @Nullable RoleForm form;

    /** A role as the page lists it. */
    public record Line(String key, String label, boolean readyMade, List<String> grants) {}

    /** An open invitation as the page lists it. */
    public record Waiting(String id, String email, String role, String invitedBy, String until) {}

    /** Reads roles and members, and the plan to confirm. */
    public void load() {
        roles = access.roles(workspace.caller());
        members = access.members(workspace.caller());
        former = access.formerMembers(workspace.caller());
        invitations = access.invitations(workspace.caller());
        policy = access.policy(workspace.caller());
        plan.load();
        if (form == null) {
            String chosen = RequestParameter.text(request, "role").orElse("");
            form = roles.stream()
                    .filter(role -> !role.readyMade() && role.role().key().equals(chosen))
                    .findFirst()
                    .map(RoleForm::of)
                    .orElseGet(RoleForm::empty);
        }
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        MemberButtons.pressed(request).ifPresent(button -> plan.proposeStep(button.summary(), button.step()));
        RequestParameter.text(request, "save").ifPresent(button -> save());
        RequestParameter.text(request, "remove").ifPresent(this::remove);
        plan.act();
    }

    /** The members. */
    public List<MemberView> getMembers() {
        return members;
    }

    /** Those who left or were removed. */
    public List<MemberView> getFormer() {
        return former;
    }

    /** The open invitations. */
    public List<Waiting> getInvitations() {
        return invitations.stream()
                .map(one -> new Waiting(
                        one.id().toString(),
                        one.email(),
                        label(one.role()),
                        one.invitedBy(),
                        (one.expired() ? "expired " : "until ") + TimeText.minute(one.expiresAt())))
                .toList();
    }

    /** What people call a role; its key where it is not there any more. */
    public String label(String role) {
        return roles.stream()
                .map(RoleView::role)
                .filter(one -> one.key().equals(role))
                .map(Role::label)
                .findFirst()
                .orElse(role);
    }

    /** What the form for an invitation was sent with. */
    public String getInvitedEmail() {
        return RequestParameter.text(request, "email").orElse("");
    }

    /** What the workspace asks of sessions; null before {@link #load}. */
    public @Nullable SignInPolicy getPolicy() {
        return policy;
    }

    /** The hours to choose among for how long a session may be unused. */
    public List<Integer> getIdleHours() {
        return IDLE_HOURS;
    }

    /** The roles, in words. */
    public List<Line> getRoles() {
        return roles.stream()
                .map(role -> new Line(
                        role.role().key(),
                        role.role().label(),
                        role.readyMade(),
                        role.role().grants().stream()
                                .map(grant -> GrantText.of(grant, schema.get()))
                                .toList()))
                .toList();
    }

    /** The tables that a grant can be about. */
    public List<EntityView> getTables() {
        return schema.get().entities();
    }

    /** How a condition can compare with one value. */
    public List<String> getComparisons() {
        return Arrays.stream(Comparison.values())
                .filter(one -> !one.takesList())
                .map(Comparison::wireName)
                .toList();
    }

    /** The form of the role to change, or of a new one; null before {@link #load}. */
    public @Nullable RoleForm getForm() {
        return form;
    }

    private void save() {
        RoleForm sent = RoleForm.sent(request);
        form = sent;
        plan.proposeStep(
                (sent.known() ? "Change role " : "Create role ") + sent.label(), () -> sent.step(schema.get()));
    }

    private void remove(String role) {
        plan.propose("Delete role " + role, () -> new DeleteRole(role));
    }
}
