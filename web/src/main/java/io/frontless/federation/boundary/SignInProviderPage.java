package io.frontless.federation.boundary;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.RoleView;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.CommandGateway;
import io.frontless.engine.control.PlanDraft;
import io.frontless.engine.control.PlanView;
import io.frontless.federation.control.ProviderQueries;
import io.frontless.federation.control.ProviderSignIn;
import io.frontless.federation.control.ProviderSignIn.At;
import io.frontless.federation.control.ProviderView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.identity.control.IdentityConfig;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConnectProvider;
import io.frontless.operation.DisconnectProvider;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.Step;
import io.frontless.operation.Undo;
import io.frontless.operation.UndoTarget;
import io.frontless.operation.UpdateProvider;
import io.frontless.record.boundary.PlanCard;
import io.frontless.record.boundary.PlanCards;
import io.frontless.record.boundary.ShownPlan;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How people of a workspace sign in elsewhere. Parameter: {@code plan} the plan to confirm. */
@Named
@RequestScoped
@Requires(Permission.MANAGE_ROLES)
public class SignInProviderPage {

    /** The engine gives a provider its own id. */
    private static final UUID NO_ID = new UUID(0, 0);

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    ProviderQueries providers;

    @Inject
    ProviderSignIn signIn;

    @Inject
    AccessQueries access;

    @Inject
    IdentityConfig config;

    @Inject
    CommandGateway gateway;

    @Inject
    PlanCards cards;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    private List<ProviderView> connected = List.of();
    private List<Role> roles = List.of();
    private @Nullable ProviderForm sent;
    private @Nullable PlanCard card;

    /** A provider as the page lists it, with the address that it sends browsers back to. */
    public record Line(String provider, String label, String issuer, String redirect) {}

    /** Reads the providers, the roles, and the plan to confirm. */
    public void load() {
        connected = providers.list(workspace.caller());
        roles = access.roles(workspace.caller()).stream()
                .map(RoleView::role)
                .filter(role -> !role.equals(Role.OWNER))
                .toList();
        if (card == null) {
            RequestParameter.uuid(request, "plan")
                    .ifPresent(plan -> card = cards.of(gateway.plan(workspace.caller(), plan)));
        }
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "connect").ifPresent(button -> connect());
        RequestParameter.text(request, "change").ifPresent(this::change);
        RequestParameter.text(request, "disconnect").ifPresent(this::disconnect);
        RequestParameter.text(request, "confirm").ifPresent(this::confirm);
        RequestParameter.text(request, "discard").ifPresent(this::discard);
        RequestParameter.text(request, "undo").ifPresent(this::undo);
    }

    /** Whether the person may change anything here. */
    public boolean isOwner() {
        return workspace.caller().access().isOwner();
    }

    /** Those that are connected. */
    public List<Line> getProviders() {
        return connected.stream().map(this::line).toList();
    }

    /** What was last sent, or the provider as it is, or the form of a first one. */
    public ProviderForm getForm() {
        ProviderForm form = sent;
        if (form != null) {
            return form;
        }
        return connected.isEmpty() ? ProviderForm.empty() : ProviderForm.of(connected.get(0));
    }

    /** The roles that newcomers can be given. */
    public List<Role> getRoles() {
        return roles;
    }

    /** Where a directory provisions people. */
    public String getScim() {
        return config.publicUrl() + "/api/v1/workspaces/" + workspace.getId() + "/scim/v2";
    }

    /** The plan to confirm, or what became of it; null where there is none. */
    public @Nullable PlanCard getCard() {
        return card;
    }

    private Line line(ProviderView view) {
        return new Line(
                view.provider().toString(),
                view.label(),
                view.issuer(),
                signIn.redirect(new At(workspace.getId(), view.provider())));
    }

    private void connect() {
        ProviderForm form = ProviderForm.sent(request);
        sent = form;
        propose("Connect the sign-in provider " + form.label(), () -> {
            UUID secret = putAside();
            return new ConnectProvider(NO_ID, form.terms(secret));
        });
    }

    private void change(String provider) {
        ProviderForm form = ProviderForm.sent(request);
        sent = form;
        propose("Change the sign-in provider " + form.label(), () -> {
            UUID id = PathId.of("provider", provider);
            boolean newSecret = RequestParameter.text(request, "secret").isPresent();
            return new UpdateProvider(id, form.terms(newSecret ? putAside() : kept(id)));
        });
    }

    private void disconnect(String provider) {
        propose("Disconnect a sign-in provider", () -> new DisconnectProvider(PathId.of("provider", provider)));
    }

    private UUID putAside() {
        return providers.putAside(
                workspace.caller(), RequestParameter.text(request, "secret").orElse(""));
    }

    private UUID kept(UUID provider) {
        return providers.list(workspace.caller()).stream()
                .filter(view -> view.provider().equals(provider))
                .map(ProviderView::secret)
                .findFirst()
                .orElseThrow(() -> Rejection.notFound("provider", provider));
    }

    private void propose(String summary, Supplier<Operation> operation) {
        attempt(() -> show(gateway.propose(
                workspace.caller(), new PlanDraft(summary, List.of(Step.of("s1", operation.get())), null, null))));
    }

    private void confirm(String button) {
        attempt(() -> {
            ShownPlan shown = ShownPlan.parse(button);
            show(gateway.execute(workspace.caller(), shown.planId(), shown.confirmation()));
        });
    }

    private void discard(String button) {
        attempt(() -> {
            gateway.discard(workspace.caller(), PathId.of("plan", button));
            redirect.to(PageLink.to("/sign-in-provider").with("w", workspace.getId()));
        });
    }

    private void undo(String button) {
        attempt(() -> show(gateway.proposeUndo(
                workspace.caller(), Undo.of(new UndoTarget.Plan(PathId.of("plan", button))), null)));
    }

    private void show(PlanView plan) {
        redirect.to(
                PageLink.to("/sign-in-provider").with("w", workspace.getId()).with("plan", plan.planId()));
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }
}
