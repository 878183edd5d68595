package io.frontless.connection.boundary;

import io.frontless.boundary.CurrentPerson;
import io.frontless.boundary.PathId;
import io.frontless.boundary.Requires;
import io.frontless.connection.control.AccessTokens;
import io.frontless.connection.control.Authorizations;
import io.frontless.connection.control.Authorizations.Wish;
import io.frontless.connection.control.ConnectionProviderView;
import io.frontless.connection.control.ConnectionQueries;
import io.frontless.connection.control.ConnectionView;
import io.frontless.connection.control.Problem;
import io.frontless.identity.boundary.CurrentWorkspace;
import io.frontless.identity.boundary.Notice;
import io.frontless.identity.boundary.PageLink;
import io.frontless.identity.boundary.Redirect;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.operation.CloseConnection;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.DeclareConnectionProvider;
import io.frontless.operation.Permission;
import io.frontless.operation.RemoveConnectionProvider;
import io.frontless.record.boundary.PagePlan;
import io.frontless.record.boundary.TimeText;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * Other services that a workspace works with. Parameters: {@code problem} and {@code missing} what came of the way to a provider. Who connects is shown a
 * link to the provider, since forms may be sent to this site alone.
 */
@Named
@RequestScoped
@Requires(Permission.MANAGE_CONNECTIONS)
public class ConnectionsPage {

    /** The engine gives a provider its own id. */
    private static final UUID NO_ID = new UUID(0, 0);

    @Inject
    HttpServletRequest request;

    @Inject
    FacesContext faces;

    @Inject
    CurrentWorkspace workspace;

    @Inject
    CurrentPerson person;

    @Inject
    ConnectionQueries connections;

    @Inject
    Authorizations authorizations;

    @Inject
    AccessTokens tokens;

    @Inject
    PagePlan plan;

    @Inject
    Notice notice;

    @Inject
    Redirect redirect;

    @Inject
    Flash flash;

    private List<ConnectionProviderView> providers = List.of();
    private List<ConnectionView> connected = List.of();
    private ServiceForm form = ServiceForm.empty();
    private String way = "";

    /** A connection as the page lists it. */
    public record Line(String id, String label, String provider, String level, String state, boolean authorized) {}

    /** A provider as the page lists it, with the address that it sends browsers back to. */
    public record Service(String id, String label, String issuer, String redirect, List<Level> levels) {}

    /** A level that a provider offers. */
    public record Level(int number, String words, String scopes) {}

    /** Reads what is there, and the plan to confirm. */
    public void load() {
        providers = connections.providers(workspace.caller());
        connected = connections.connections(workspace.caller());
        plan.load();
    }

    /** Does what the pressed button says. */
    public void act() {
        if (!faces.isPostback()) {
            return;
        }
        RequestParameter.text(request, "declare").ifPresent(button -> declare());
        RequestParameter.text(request, "remove").ifPresent(this::remove);
        RequestParameter.text(request, "connect").ifPresent(this::connect);
        RequestParameter.text(request, "reconnect").ifPresent(this::reconnect);
        RequestParameter.text(request, "check").ifPresent(this::check);
        RequestParameter.text(request, "disconnect").ifPresent(this::disconnect);
        plan.act();
    }

    /** What is connected, by label. */
    public List<Line> getConnections() {
        return connected.stream().map(this::line).toList();
    }

    /** Who is declared, by label. */
    public List<Service> getProviders() {
        return providers.stream().map(this::service).toList();
    }

    /** What was last sent, or nothing. */
    public ServiceForm getForm() {
        return form;
    }

    /** Where the person goes on, once they have said what they want; empty before. */
    public String getWay() {
        return way;
    }

    /** The host that it leads to. */
    public String getHost() {
        return String.valueOf(URI.create(way).getHost());
    }

    /** Why nothing was connected, in words; empty where something was. */
    public String getProblem() {
        String name = RequestParameter.text(request, "problem").orElse("");
        return Arrays.stream(Problem.values())
                .filter(problem -> problem.name().equals(name))
                .findFirst()
                .map(problem -> problem.words() + missing())
                .orElse("");
    }

    /** Only what is declared here: anybody can make up a link to this page. */
    private String missing() {
        List<String> named =
                List.of(RequestParameter.text(request, "missing").orElse("").split(" "));
        List<String> missing = providers.stream()
                .flatMap(provider -> Arrays.stream(ConnectionLevel.values()).map(provider.terms()::scopes))
                .flatMap(List::stream)
                .distinct()
                .filter(named::contains)
                .toList();
        return missing.isEmpty() ? "" : " Missing: " + String.join(", ", missing) + ".";
    }

    private Line line(ConnectionView view) {
        Instant until = view.tokenUntil();
        String provider = providers.stream()
                .filter(each -> each.provider().equals(view.provider()))
                .findFirst()
                .map(each -> each.terms().label())
                .orElse("");
        return new Line(
                view.connection().toString(),
                view.label(),
                provider,
                words(view.level()),
                until == null ? "Has to be authorized anew" : "Works; token until " + TimeText.minute(until),
                view.authorized());
    }

    private Service service(ConnectionProviderView view) {
        List<Level> levels = Arrays.stream(ConnectionLevel.values())
                .filter(level -> !view.terms().scopes(level).isEmpty())
                .map(level -> new Level(
                        level.number(),
                        words(level),
                        String.join(" ", view.terms().scopes(level))))
                .toList();
        return new Service(
                view.provider().toString(),
                view.terms().label(),
                view.terms().issuer(),
                authorizations.redirect(workspace.getId(), view.provider()),
                levels);
    }

    private static String words(ConnectionLevel level) {
        return switch (level) {
            case READ -> "1 Read";
            case ORGANISE -> "2 Organise";
            case SEND -> "3 Send";
        };
    }

    private void declare() {
        form = ServiceForm.sent(request);
        plan.propose("Declare the provider " + form.label(), () -> {
            UUID secret = connections.putAside(
                    workspace.caller(), RequestParameter.text(request, "secret").orElse(""));
            return new DeclareConnectionProvider(NO_ID, form.terms(secret));
        });
    }

    private void remove(String provider) {
        plan.propose("Remove a provider", () -> new RemoveConnectionProvider(PathId.of("provider", provider)));
    }

    private void connect(String provider) {
        notice.attempt(() -> way = authorizations.begin(
                workspace.caller(),
                person.requirePresence(),
                new Wish(
                        PathId.of("provider", provider),
                        ServiceForm.level(request),
                        RequestParameter.text(request, "name").orElse("").strip())));
    }

    private void reconnect(String connection) {
        notice.attempt(() -> way = authorizations.beginAgain(
                workspace.caller(), person.requirePresence(), PathId.of("connection", connection)));
    }

    private void check(String connection) {
        notice.attempt(() -> {
            tokens.check(workspace.caller(), PathId.of("connection", connection));
            flash.put("notice", "The connection works.");
            redirect.to(PageLink.to("/connections").with("w", workspace.getId()));
        });
    }

    private void disconnect(String connection) {
        plan.propose("Disconnect another service", () -> new CloseConnection(PathId.of("connection", connection)));
    }
}
