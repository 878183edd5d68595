package io.frontless.connection.control;

import io.frontless.connection.entity.ConnectionProviderRows;
import io.frontless.engine.control.Change;
import io.frontless.engine.control.Execution;
import io.frontless.engine.control.Present;
import io.frontless.event.control.EventView;
import io.frontless.kernel.Rejection;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.operation.ConnectionTerms;
import io.frontless.operation.Params;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a provider is declared, in the form that events keep, which has no secret; what the handlers share that change one. */
@Dependent
public class ConnectionProviderState {

    /** What the vault keeps client secrets for. */
    static final String CLIENT_SECRET = "connection.client-secret";

    private final ConnectionProviderRows rows;
    private final ClientSecrets secrets;

    @Inject
    public ConnectionProviderState(ConnectionProviderRows rows, ClientSecrets secrets) {
        this.rows = rows;
        this.secrets = secrets;
    }

    /** A living one, locked, whatever its version. */
    ConnectionProviderRows.Row lock(UUID workspaceId, UUID provider) {
        return rows.lock(workspaceId, provider)
                .filter(found -> !found.removed())
                .orElseThrow(() -> Rejection.notFound("provider", provider));
    }

    /** Refuses a client secret that was not put aside. */
    void requireSecret(UUID workspaceId, UUID secret) {
        if (!secrets.isKept(workspaceId, CLIENT_SECRET, secret)) {
            throw Rejection.notFound("secret", secret);
        }
    }

    Present present(EventView event, Execution execution) {
        return rows.find(execution.workspaceId(), providerOf(event))
                .map(row -> new Present(row.removed() ? null : state(row.providerId(), row.terms()), row.version()))
                .orElseGet(Present::nothing);
    }

    /** The provider that an event speaks of. */
    static UUID providerOf(EventView event) {
        return params(event).id("key");
    }

    /** The terms that an event tells of. */
    static ConnectionTerms terms(EventView event) {
        Params params = params(event);
        return new ConnectionTerms(
                params.text("label"),
                params.text("issuer"),
                params.text("clientId"),
                params.id("secret"),
                params.texts("readScopes"),
                params.texts("organiseScopes"),
                params.texts("sendScopes"));
    }

    /** The terms of a row. */
    static ConnectionTerms terms(ConnectionProviderRows.Terms terms) {
        return new ConnectionTerms(
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secretId(),
                list(terms.readScopes()),
                list(terms.organiseScopes()),
                list(terms.sendScopes()));
    }

    static ConnectionProviderRows.Terms row(ConnectionTerms terms) {
        return new ConnectionProviderRows.Terms(
                terms.label(),
                terms.issuer(),
                terms.clientId(),
                terms.secret(),
                String.join(" ", terms.readScopes()),
                String.join(" ", terms.organiseScopes()),
                String.join(" ", terms.sendScopes()));
    }

    /** A provider's change; null where it is not declared before or after. */
    static Change change(
            UUID provider,
            ConnectionProviderRows.@Nullable Terms before,
            ConnectionProviderRows.@Nullable Terms after,
            long version) {
        return new Change(
                new Change.Subject(null, null, provider.toString()),
                Objects.requireNonNull(after == null ? before : after).label(),
                before == null ? null : state(provider, before),
                after == null ? null : state(provider, after),
                version,
                0,
                Map.of());
    }

    private static Params params(EventView event) {
        return new Params("event", Objects.requireNonNull(event.after() == null ? event.before() : event.after()));
    }

    private static List<String> list(String scopes) {
        return scopes.isEmpty() ? List.of() : List.of(scopes.split(" "));
    }

    private static Map<String, @Nullable Object> state(UUID provider, ConnectionProviderRows.Terms terms) {
        Map<String, @Nullable Object> state = new LinkedHashMap<>();
        state.put("key", provider.toString());
        state.putAll(terms(terms).params());
        return state;
    }
}
