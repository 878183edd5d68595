package io.frontless.apikey.boundary;

import io.frontless.apikey.control.ApiKeyView;
import io.frontless.apikey.control.ApiKeys;
import io.frontless.apikey.control.NewSecrets;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.engine.control.PlanView;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.Permission;
import io.frontless.operation.RevokeApiKey;
import io.frontless.record.boundary.PagePlan;
import io.frontless.record.boundary.TimeText;
import io.frontless.workspace.control.Role;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The API keys of a workspace, and the secret of one just made. Parameter: {@code plan} the plan to confirm. */
@Named
@RequestScoped
@Requires(Permission.MANAGE_KEYS)
public class ApiKeysPage {

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    ApiKeys keys;

    @Inject
    NewSecrets secrets;

    @Inject
    PagePlan plan;

    @Inject
    Clock clock;

    private List<ApiKeyView> listed = List.of();
    private List<Role> roles = List.of();
    private Map<String, String> labels = Map.of();
    private List<Told> told = List.of();
    private ApiKeyForm form = ApiKeyForm.empty();

    /** A key as the page lists it. */
    public record Line(
            String key,
            String label,
            String hint,
            String role,
            String rows,
            String used,
            String expires,
            boolean over) {}

    /** A secret that the page tells this once. */
    public record Told(String key, String secret) {}

    /** Reads the keys, and the plan to confirm. */
    public void load() {
        listed = keys.list(workspace.caller());
        roles = keys.grantable(workspace.caller());
        labels = roles.stream().collect(Collectors.toMap(Role::key, Role::label));
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "create").ifPresent(button -> create());
        RequestParameter.text(request, "revoke").ifPresent(this::revoke);
        plan.act(this::executed);
    }

    /** The keys that are not revoked. */
    public List<Line> getKeys() {
        Instant now = clock.instant();
        return listed.stream().map(key -> line(key, now)).toList();
    }

    /** The roles that a key can be given. */
    public List<Role> getRoles() {
        return roles;
    }

    /** The secrets to tell now, and never again. */
    public List<Told> getTold() {
        return told;
    }

    public ApiKeyForm getForm() {
        return form;
    }

    private Line line(ApiKeyView key, Instant now) {
        Instant used = key.usedAt();
        Long rows = key.rowsPerDay();
        return new Line(
                key.keyId().toString(),
                key.label(),
                key.hint(),
                labels.getOrDefault(key.role(), key.role()),
                rows == null ? "any number" : rows.toString(),
                used == null ? "never" : TimeText.minute(used),
                TimeText.minute(key.expiresAt()),
                !now.isBefore(key.expiresAt()));
    }

    private void create() {
        ApiKeyForm sent = ApiKeyForm.sent(request);
        form = sent;
        plan.proposeStep("Create API key " + sent.label(), () -> sent.step(clock.instant()));
    }

    private void revoke(String key) {
        plan.propose("Revoke an API key", () -> new RevokeApiKey(PathId.of("key", key)));
    }

    /** Answers without a redirect where there is a secret to tell: nothing must keep it until another request. */
    private void executed(PlanView done) {
        told = secrets.take().entrySet().stream()
                .map(made -> new Told(made.getKey().toString(), made.getValue().text()))
                .toList();
        if (told.isEmpty()) {
            plan.show(done);
        } else {
            plan.showNow(done);
        }
    }
}
