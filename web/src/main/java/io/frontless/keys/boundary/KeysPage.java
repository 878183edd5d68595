package io.frontless.keys.boundary;

import io.frontless.boundary.Requires;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.keys.control.WorkspaceKeyQueries;
import io.frontless.operation.DestroyKey;
import io.frontless.operation.Permission;
import io.frontless.operation.RotateKey;
import io.frontless.operation.ShredKeys;
import io.frontless.record.boundary.PagePlan;
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

/** The keys that seal a workspace's secrets, and their rotation by an owner. */
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
    PagePlan plan;

    @Inject
    Clock clock;

    private List<KeyVersion> versions = List.of();

    /**
     * A version as the page lists it.
     *
     * @param idle whether it seals nothing any more and can be destroyed
     */
    public record Line(int version, String state, String secrets, String age, String made, boolean idle) {}

    /** Reads the keys, and the plan to confirm. */
    public void load() {
        versions = keys.versions(workspace.caller());
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "rotate")
                .ifPresent(button -> plan.propose("Rotate the workspace’s key", RotateKey::new));
        RequestParameter.text(request, "destroy").ifPresent(this::destroy);
        RequestParameter.text(request, "shred")
                .ifPresent(button -> plan.propose("Destroy all keys of the workspace", ShredKeys::new));
        plan.act();
    }

    /** All versions, the newest first. */
    public List<Line> getKeys() {
        Instant now = clock.instant();
        return versions.stream().map(key -> line(key, now)).toList();
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
        plan.propose("Destroy a key that is not needed any more", () -> new DestroyKey(number(version)));
    }

    private static int number(String version) {
        try {
            return Integer.parseInt(version);
        } catch (NumberFormatException e) {
            throw Rejection.notFound("version", version);
        }
    }
}
