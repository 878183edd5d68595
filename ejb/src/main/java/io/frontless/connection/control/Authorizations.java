package io.frontless.connection.control;

import io.frontless.connection.entity.AuthorizationRows;
import io.frontless.connection.entity.AuthorizationRows.Aim;
import io.frontless.connection.entity.AuthorizationRows.Visitor;
import io.frontless.connection.entity.ConnectionRows;
import io.frontless.engine.control.Errands;
import io.frontless.identity.control.IdentityConfig;
import io.frontless.identity.control.Presence;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.oauth.control.AuthorizationRequest;
import io.frontless.oauth.control.ProviderMetadata;
import io.frontless.oauth.control.PublishedKeys;
import io.frontless.oauth.control.TokenEndpoint;
import io.frontless.oauth.control.TokenEndpoint.Client;
import io.frontless.oauth.control.TokenEndpoint.Code;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.ConnectionTerms;
import io.frontless.operation.OpenConnection;
import io.frontless.operation.Operation;
import io.frontless.operation.ReauthorizeConnection;
import io.frontless.outbound.control.OutboundAnswer;
import io.frontless.vault.control.Digests;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Has people agree, at a provider, to what a level of a connection needs: authorization code with PKCE (RFC 7636), bound to the person and the session that began it. Each provider has a
 * redirect address of its own, and answers must name their issuer where it says so (RFC 9207). What was granted is looked at before it is worth anything: neither less nor more than was asked for.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Authorizations {

    private static final Logger LOG = Logger.getLogger(Authorizations.class.getName());
    private static final int OK = 200;

    @Inject
    AuthorizationWork work;

    @Inject
    PublishedKeys published;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Errands errands;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /** What a new connection is to be. */
    public record Wish(UUID provider, ConnectionLevel level, String label) {}

    /** What the provider has the browser bring back; null what it does not. */
    public record Answer(
            UUID provider,
            @Nullable String state,
            @Nullable String code,
            @Nullable String issuer,
            @Nullable String error) {}

    /** What came of it: a problem, and what is missing where less was granted; or neither. */
    public record Finished(@Nullable Problem problem, List<String> missing) {

        static Finished failed(Problem problem) {
            return new Finished(problem, List.of());
        }
    }

    /** Where a provider sends browsers back to. */
    public String redirect(UUID workspaceId, UUID provider) {
        return config.publicUrl() + "/api/v1/workspaces/" + workspaceId + "/connections/answers/" + provider;
    }

    /** Begins a new connection; answers where to send the browser. UNAVAILABLE or INVALID where the provider cannot be asked. */
    public String begin(Caller caller, Presence presence, Wish wish) {
        return begin(caller, presence, new Aim(wish.provider(), wish.level().number(), null, wish.label()));
    }

    /** The same for a connection that has lapsed. */
    public String beginAgain(Caller caller, Presence presence, UUID connection) {
        ConnectionRows.Row row = work.lapsed(caller, connection);
        return begin(caller, presence, new Aim(row.providerId(), row.level(), connection, row.label()));
    }

    private String begin(Caller caller, Presence presence, Aim aim) {
        ConnectionTerms terms = work.counterpart(caller, aim.providerId()).terms();
        List<String> scopes = scopes(terms, aim);
        if (scopes.isEmpty()) {
            throw Rejection.invalid("level", "one that this provider offers", aim.level());
        }
        ProviderMetadata metadata = published.metadata(terms.issuer());
        String state = Digests.newToken();
        Instant now = clock.instant();
        var row = new AuthorizationRows.Row(
                aim, visitor(presence), Digests.newToken(), now.plus(Limits.AUTHORIZATION_LIFETIME));
        work.begin(caller, Digests.sha256(state), row, now);
        return new AuthorizationRequest(
                        terms.clientId(),
                        redirect(caller.workspaceId(), aim.providerId()),
                        String.join(" ", scopes),
                        state,
                        row.verifier())
                .at(metadata, Map.of());
    }

    /** Finishes, once; whatever was wrong, nothing of it is left but what is given back. */
    public Finished finish(Caller caller, Presence presence, Answer answer) {
        Optional<AuthorizationRows.Row> begun = Optional.ofNullable(answer.state())
                .flatMap(state -> work.take(caller, Digests.sha256(state)))
                .filter(row -> row.aim().providerId().equals(answer.provider())
                        && row.visitor().equals(visitor(presence))
                        && clock.instant().isBefore(row.expiresAt()));
        if (begun.isEmpty()) {
            return Finished.failed(Problem.NOT_THIS_SESSION);
        }
        try {
            return finish(caller, answer, begun.get());
        } catch (Rejection rejection) {
            LOG.log(Level.WARNING, rejection, () -> "nothing was connected by the provider " + answer.provider());
            return Finished.failed(
                    switch (rejection.reason()) {
                        case INVALID, UNAVAILABLE -> Problem.UNREACHABLE;
                        default -> Problem.TRY_AGAIN;
                    });
        }
    }

    private Finished finish(Caller caller, Answer answer, AuthorizationRows.Row begun) {
        AuthorizationWork.Counterpart counterpart = work.counterpart(caller, answer.provider());
        ConnectionTerms terms = counterpart.terms();
        ProviderMetadata metadata = published.metadata(terms.issuer());
        if (!metadata.isFrom(answer.issuer())) {
            return Finished.failed(Problem.UNTRUSTED);
        }
        String code = answer.code();
        if (answer.error() != null || code == null) {
            return Finished.failed(Problem.REFUSED);
        }
        OutboundAnswer redeemed = endpoint.redeem(
                new Client(caller.actor(), metadata, terms.clientId(), counterpart.secret()),
                new Code(code, begun.verifier(), redirect(caller.workspaceId(), answer.provider())));
        return redeemed.status() == OK
                ? take(caller, begun.aim(), scopes(terms, begun.aim()), redeemed)
                : Finished.failed(Problem.REFUSED);
    }

    /** Keeps the tokens first: what is not good enough is given back from there, and so is what nothing becomes of. */
    private Finished take(Caller caller, Aim aim, List<String> asked, OutboundAnswer redeemed) {
        Instant now = clock.instant();
        TokenAnswer answer = TokenAnswer.read(redeemed.body(), now);
        Problem problem = problem(asked, answer);
        UUID grant = work.receive(
                caller,
                new GrantOrigin(aim.providerId(), level(aim)),
                new Tokens(answer.access(), answer.refresh().orElse(answer.access())),
                answer.life(),
                problem == null ? now.plus(Limits.GRANT_UNUSED_MAX) : now);
        if (problem != null) {
            return new Finished(problem, Scopes.missing(asked, answer));
        }
        UUID connection = aim.connectionId();
        // The engine gives a new connection its own id.
        Operation operation = connection == null
                ? new OpenConnection(grant, aim.label(), grant)
                : new ReauthorizeConnection(connection, grant);
        errands.run(caller, "Connect " + aim.label(), List.of(operation));
        return new Finished(null, List.of());
    }

    private static @Nullable Problem problem(List<String> asked, TokenAnswer answer) {
        if (!Scopes.excess(asked, answer).isEmpty()) {
            return Problem.TOO_MUCH;
        }
        if (!Scopes.missing(asked, answer).isEmpty()) {
            return Problem.TOO_LITTLE;
        }
        return answer.refresh().isEmpty() ? Problem.NOT_LASTING : null;
    }

    private static List<String> scopes(ConnectionTerms terms, Aim aim) {
        return terms.scopes(level(aim));
    }

    private static ConnectionLevel level(Aim aim) {
        return ConnectionLevel.of(aim.level());
    }

    private static Visitor visitor(Presence presence) {
        return new Visitor(presence.person().accountId(), presence.session());
    }
}
