package io.frontless.keys.boundary;

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
import io.frontless.keys.control.WorkspaceKeyQueries;
import io.frontless.operation.DestroyKey;
import io.frontless.operation.Operation;
import io.frontless.operation.Permission;
import io.frontless.operation.RotateKey;
import io.frontless.operation.ShredKeys;
import io.frontless.operation.Step;
import io.frontless.record.boundary.PlanCard;
import io.frontless.record.boundary.PlanCards;
import io.frontless.record.boundary.ShownPlan;
import io.frontless.record.boundary.TimeText;
import io.frontless.vault.control.KeyVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys that seal a workspace's secrets, and their rotation by an owner. Parameter: {@code plan} the plan to confirm. */
@Named
@RequestScoped
@Requires(Permission.MANAGE_KEYS)
public class KeysPage {

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    WorkspaceKeyQueries keys;

    @Inject
    CommandGateway gateway;

    @Inject
    PlanCards cards;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    @Inject
    Clock clock;

    private List<KeyVersion> versions = List.of();
    private @Nullable PlanCard card;

    /**
     * A version as the page lists it.
     *
     * @param idle whether it seals nothing any more and can be destroyed
     */
    public record Line(int version, String state, String secrets, String age, String made, boolean idle) {}

    /** Reads the keys, and the plan to confirm. */
    public void load() {
        versions = keys.versions(workspace.caller());
        RequestParameter.uuid(request, "plan")
                .ifPresent(plan -> card = cards.of(gateway.plan(workspace.caller(), plan)));
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "rotate")
                .ifPresent(button -> propose("Rotate the workspace’s key", new RotateKey()));
        RequestParameter.text(request, "destroy").ifPresent(this::destroy);
        RequestParameter.text(request, "shred")
                .ifPresent(button -> propose("Destroy all keys of the workspace", new ShredKeys()));
        RequestParameter.text(request, "confirm").ifPresent(this::confirm);
        RequestParameter.text(request, "discard").ifPresent(this::discard);
    }

    /** All versions, the newest first. */
    public List<Line> getKeys() {
        Instant now = clock.instant();
        return versions.stream().map(key -> line(key, now)).toList();
    }

    /** Whether the person may do more than look. */
    public boolean isOwner() {
        return workspace.caller().access().isOwner();
    }

    /** Whether anything is left to destroy. */
    public boolean isLiving() {
        return versions.stream().anyMatch(key -> !key.destroyed());
    }

    /** How many secrets wait to be sealed anew; nothing where none do. */
    public String getWaiting() {
        long waiting = versions.stream()
                .skip(1)
                .filter(key -> !key.destroyed())
                .mapToLong(KeyVersion::secrets)
                .sum();
        return waiting == 0 ? "" : Long.toString(waiting);
    }

    /** The plan to confirm, or what became of it; null where there is none. */
    public @Nullable PlanCard getCard() {
        return card;
    }

    private Line line(KeyVersion key, Instant now) {
        boolean newest = key.version() == versions.get(0).version();
        Instant end = key.destroyedAt();
        String state =
                newest ? "Seals new secrets" : key.secrets() > 0 ? "Opens what it sealed" : "Not needed any more";
        return new Line(
                key.version(),
                end == null ? state : "Destroyed " + TimeText.minute(end),
                Long.toString(key.secrets()),
                age(Duration.between(key.createdAt(), now)),
                TimeText.minute(key.createdAt()),
                end == null && !newest && key.secrets() == 0);
    }

    private static String age(Duration age) {
        long days = age.toDays();
        return days == 0 ? "today" : days == 1 ? "1 day" : days + " days";
    }

    private void destroy(String version) {
        try {
            propose("Destroy a key that is not needed any more", new DestroyKey(Integer.parseInt(version)));
        } catch (NumberFormatException e) {
            notice.refused(Rejection.notFound("version", version));
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }

    private void propose(String summary, Operation operation) {
        attempt(() -> show(gateway.propose(
                workspace.caller(), new PlanDraft(summary, List.of(Step.of("s1", operation)), null, null))));
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
            redirect.to(PageLink.to("/keys").with("w", workspace.getId()));
        });
    }

    private void show(PlanView plan) {
        redirect.to(PageLink.to("/keys").with("w", workspace.getId()).with("plan", plan.planId()));
    }

    private void attempt(Runnable action) {
        try {
            action.run();
        } catch (Rejection rejection) {
            notice.refused(rejection);
        }
    }
}
