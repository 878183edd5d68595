package io.frontless.federation.boundary;

import io.frontless.access.control.AccessQueries;
import io.frontless.access.control.RoleView;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.federation.control.ProviderQueries;
import io.frontless.federation.control.ProviderSignIn;
import io.frontless.federation.control.ProviderSignIn.At;
import io.frontless.federation.control.ProviderView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.identity.control.IdentityConfig;
import io.frontless.kernel.Rejection;
import io.frontless.operation.ConnectProvider;
import io.frontless.operation.DisconnectProvider;
import io.frontless.operation.Permission;
import io.frontless.operation.UpdateProvider;
import io.frontless.record.boundary.PagePlan;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How people of a workspace sign in elsewhere. */
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
    PagePlan plan;

    private List<ProviderView> connected = List.of();
    private List<Role> roles = List.of();
    private @Nullable ProviderForm sent;

    /** A provider as the page lists it, with the address that it sends browsers back to. */
    public record Line(String provider, String label, String issuer, String redirect) {}

    /** Reads the providers, the roles, and the plan to confirm. */
    public void load() {
        connected = providers.list(workspace.caller());
        roles = access.roles(workspace.caller()).stream()
                .map(RoleView::role)
                .filter(role -> !role.equals(Role.OWNER))
                .toList();
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "connect").ifPresent(button -> connect());
        RequestParameter.text(request, "change").ifPresent(this::change);
        RequestParameter.text(request, "disconnect").ifPresent(this::disconnect);
        plan.act();
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
        plan.propose("Connect the sign-in provider " + form.label(), () -> {
            UUID secret = putAside();
            return new ConnectProvider(NO_ID, form.terms(secret));
        });
    }

    private void change(String provider) {
        ProviderForm form = ProviderForm.sent(request);
        sent = form;
        plan.propose("Change the sign-in provider " + form.label(), () -> {
            UUID id = PathId.of("provider", provider);
            boolean newSecret = RequestParameter.text(request, "secret").isPresent();
            return new UpdateProvider(id, form.terms(newSecret ? putAside() : kept(id)));
        });
    }

    private void disconnect(String provider) {
        plan.propose("Disconnect a sign-in provider", () -> new DisconnectProvider(PathId.of("provider", provider)));
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
}
