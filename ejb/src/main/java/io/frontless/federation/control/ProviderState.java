package io.frontless.federation.control;

import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.operation.Params;
import io.frontless.operation.ProviderTerms;
import io.frontless.workspace.control.Role;
import io.frontless.workspace.control.Roles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a provider is, in the form that events keep, which has no secret; what the handlers share that change one. */
@Dependent
public class ProviderState {

    /** What the vault keeps client secrets for. */
    static final String CLIENT_SECRET = "federation.client-secret";

    private final ProviderRows rows;
    private final Roles roles;
    private final ClientSecrets secrets;

    @Inject
    public ProviderState(ProviderRows rows, Roles roles, ClientSecrets secrets) {
        this.rows = rows;
        this.roles = roles;
        this.secrets = secrets;
    }

    /** A connected one, locked, of the version that the step relies on. */
    ProviderRows.Row lock(Execution execution, UUID provider) {
        ProviderRows.Row row = rows.lock(execution.workspaceId(), provider)
                .filter(found -> !found.disconnected())
                .orElseThrow(() -> Rejection.notFound("provider", provider));
        execution.requireVersion("provider", row.version());
        return row;
    }

    /** Refuses one that is not connected. */
    void requireConnected(UUID workspaceId, UUID provider) {
        if (rows.find(workspaceId, provider)
                .filter(found -> !found.disconnected())
                .isEmpty()) {
            throw Rejection.notFound("provider", provider);
        }
    }

    /** Whoever decides where people prove who they are could become any of them, so it is an owner. */
    static void requireOwner(Execution execution) {
        if (!execution.caller().access().isOwner()) {
            throw new Rejection(Reason.DENIED, "only an owner of this workspace connects a sign-in provider");
        }
    }

    /** Refuses a role that is not there, the owner's, a secret that was not put aside, and a second provider for a domain. */
    void requireKnown(Execution execution, @Nullable UUID provider, ProviderTerms terms) {
        UUID workspaceId = execution.workspaceId();
        Role role =
                roles.lockLiving(workspaceId, terms.role()).orElseThrow(() -> Rejection.notFound("role", terms.role()));
        if (role.key().equals(Role.OWNER.key())) {
            throw Rejection.conflict("role", "another role than the owner's, which only owners give", role.key());
        }
        if (!secrets.isKept(workspaceId, CLIENT_SECRET, terms.secret())) {
            throw Rejection.notFound("secret", terms.secret());
        }
        for (ProviderRows.Row other : rows.connected(workspaceId)) {
            boolean sameDomain = domains(other.terms()).stream().anyMatch(terms.domains()::contains);
            if (!other.providerId().equals(provider) && sameDomain) {
                throw Rejection.conflict(
                        "domains", "domains of no other provider", other.terms().label() + " has " + terms.domains());
            }
        }
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), providerOf(event))
                .map(row ->
                        new Present(row.disconnected() ? null : state(row.providerId(), row.terms()), row.version()))
                .orElseGet(Present::nothing);
    }

    /** The provider that an event speaks of. */
    static UUID providerOf(EventView event) {
        Map<String, @Nullable Object> state = event.after() == null ? event.before() : event.after();
        return new Params("event", Objects.requireNonNull(state)).id("key");
    }

    /** The terms that an event tells of. */
    static ProviderTerms terms(@Nullable Map<String, @Nullable Object> state) {
        Params params = new Params("state", Objects.requireNonNull(state));
        return new ProviderTerms(
                params.text("label"),
                params.text("issuer"),
                params.text("clientId"),
                params.id("secret"),
                params.texts("domains"),
                params.text("role"),
                params.flag("admits"),
                params.flag("exclusive"),
                params.optionalNumber("maxAgeMinutes")
                        .map(BigDecimal::intValueExact)
                        .orElse(null));
    }

    /** A provider's change; null where it is not connected before or after. */
    static Change change(
            UUID provider, ProviderRows.@Nullable Terms before, ProviderRows.@Nullable Terms after, long version) {
        ProviderRows.Terms any = Objects.requireNonNull(after == null ? before : after);
        return new Change(
                new Change.Subject(null, null, provider.toString()),
                any.label(),
                before == null ? null : state(provider, before),
                after == null ? null : state(provider, after),
                version,
                0,
                Map.of());
    }

    static ProviderRows.Terms row(ProviderTerms terms) {
        return new ProviderRows.Terms(
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secret(),
                String.join(" ", terms.domains()),
                terms.role(),
                terms.admits(),
                terms.exclusive(),
                terms.maxAgeMinutes());
    }

    static List<String> domains(ProviderRows.Terms terms) {
        return List.of(terms.domains().split(" "));
    }

    private static Map<String, @Nullable Object> state(UUID provider, ProviderRows.Terms terms) {
        Integer minutes = terms.maxAgeMinutes();
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", provider.toString());
        state.put("label", terms.label());
        state.put("issuer", terms.issuer());
        state.put("clientId", terms.clientId());
        state.put("secret", terms.secretId().toString());
        state.put("domains", domains(terms));
        state.put("role", terms.role());
        state.put("admits", terms.admits());
        state.put("exclusive", terms.exclusive());
        state.put("maxAgeMinutes", minutes == null ? null : BigDecimal.valueOf(minutes));
        return state;
    }
}
