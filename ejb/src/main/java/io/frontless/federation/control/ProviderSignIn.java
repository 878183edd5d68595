package io.frontless.federation.control;

import io.frontless.federation.control.IdToken.Expected;
import io.frontless.federation.entity.IdentityRows.Subject;
import io.frontless.federation.entity.ProviderRows;
import io.frontless.federation.entity.ProviderSignInRows;
import io.frontless.identity.control.Client;
import io.frontless.identity.control.IdentityConfig;
import io.frontless.identity.control.Permit;
import io.frontless.identity.control.Permits;
import io.frontless.identity.control.Presence;
import io.frontless.identity.control.ProviderAccess;
import io.frontless.identity.control.SignedIn;
import io.frontless.kernel.Actor;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.oauth.control.AuthorizationRequest;
import io.frontless.oauth.control.ProviderMetadata;
import io.frontless.oauth.control.PublishedKeys;
import io.frontless.oauth.control.TokenEndpoint;
import io.frontless.oauth.control.TokenEndpoint.Code;
import io.frontless.outbound.control.OutboundAnswer;
import io.frontless.vault.control.Digests;
import io.frontless.vault.control.ProviderTokens;
import io.frontless.vault.control.ProviderTokens.Checked;
import io.frontless.vault.control.ProviderTokens.Outcome;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.Role;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Signs people in at the OpenID provider of a workspace: authorization code with PKCE (RFC 7636), bound to the browser that began it. Each provider has a redirect
 * address of its own, and answers must name their issuer where it says so (RFC 9207), so that one provider's answer is never taken for another's.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderSignIn {

    private static final Logger LOG = Logger.getLogger(ProviderSignIn.class.getName());
    private static final int OK = 200;

    @Inject
    ProviderWork work;

    @Inject
    PublishedKeys published;

    @Inject
    TokenEndpoint tokens;

    @Inject
    ProviderAdmission admission;

    @Inject
    ProviderAccess access;

    @Inject
    Permits permits;

    @Inject
    IdentityConfig config;

    @Inject
    Clock clock;

    /** Where a provider is: a workspace, and the provider in it. */
    public record At(UUID workspaceId, UUID provider) {

        Caller caller() {
            return new Caller(
                    workspaceId, new Actor(Actor.Kind.CONNECTION, provider, "Sign-in provider"), Role.ADMIN.access());
        }

        Caller caller(ProviderRows.Terms terms) {
            return new Caller(
                    workspaceId, new Actor(Actor.Kind.CONNECTION, provider, terms.label()), Role.ADMIN.access());
        }
    }

    /** Where to send the browser, and the token that it keeps until it is back. */
    public record Begun(String address, String browser) {}

    /** What the provider has the browser bring back; null what it does not. */
    public record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String issuer,
            @Nullable String error) {}

    /** Who comes back: the browser's token, and the session that it is already in. */
    public record Visitor(
            @Nullable String browser, @Nullable Presence presence, Client client) {}

    /** What came of it: a session, or the one that was there goes on, or a problem; and the page that was wanted. */
    public record Finished(
            @Nullable SignedIn signedIn,
            String target,
            @Nullable Problem problem) {

        static Finished failed(Problem problem) {
            return new Finished(null, "/", problem);
        }
    }

    /** Where a provider sends browsers back to. */
    public String redirect(At at) {
        return config.publicUrl() + "/api/v1/provider-sign-ins/" + at.workspaceId() + "/" + at.provider() + "/answer";
    }

    /** Begins; NOT_FOUND where no such provider is connected, UNAVAILABLE or INVALID where it cannot be asked. */
    public Begun begin(At at, String target, Visitor visitor) {
        permits.take(Permit.SIGN_IN_CLIENT, visitor.client().network());
        ProviderRows.Terms terms =
                work.terms(at.caller(), at.provider()).orElseThrow(() -> Rejection.notFound("provider", at.provider()));
        ProviderMetadata metadata = published.metadata(terms.issuer());
        String state = Digests.newToken();
        String browser = Optional.ofNullable(visitor.browser()).orElseGet(Digests::newToken);
        Instant now = clock.instant();
        var row = new ProviderSignInRows.Row(
                at.provider(),
                Digests.sha256Hex(browser),
                Digests.newToken(),
                Digests.newToken(),
                target,
                now.plus(Limits.PROVIDER_SIGN_IN_LIFETIME));
        work.begin(at.caller(), Digests.sha256(state), row, now);
        Map<String, String> more = new LinkedHashMap<>();
        more.put("nonce", row.nonce());
        if (terms.maxAgeMinutes() != null) {
            more.put(
                    "max_age",
                    Long.toString(Duration.ofMinutes(terms.maxAgeMinutes()).toSeconds()));
        }
        var request =
                new AuthorizationRequest(terms.clientId(), redirect(at), "openid email profile", state, row.verifier());
        return new Begun(request.at(metadata, more), browser);
    }

    /** Finishes, once; whatever was wrong, nothing of it is left. */
    public Finished finish(At at, Answer answer, Visitor visitor) {
        permits.take(Permit.SIGN_IN_CLIENT, visitor.client().network());
        Optional<ProviderSignInRows.Row> begun = Optional.ofNullable(answer.state())
                .flatMap(state -> work.take(at.caller(), Digests.sha256(state)))
                .filter(row -> isThis(row, at, visitor.browser()));
        Optional<ProviderRows.Terms> terms = work.terms(at.caller(), at.provider());
        if (begun.isEmpty() || terms.isEmpty()) {
            return Finished.failed(Problem.NOT_THIS_BROWSER);
        }
        try {
            return finish(at, answer, visitor, new Journey(terms.get(), begun.get()));
        } catch (Rejection rejection) {
            LOG.log(Level.WARNING, rejection, () -> "no sign-in through the provider " + at.provider());
            return Finished.failed(
                    switch (rejection.reason()) {
                        case INVALID, UNAVAILABLE, LIMIT -> Problem.UNREACHABLE;
                        default -> Problem.TRY_AGAIN;
                    });
        }
    }

    /** How the workspace relies on the provider, and what was noted when the browser left. */
    private record Journey(ProviderRows.Terms terms, ProviderSignInRows.Row begun) {}

    private Finished finish(At at, Answer answer, Visitor visitor, Journey journey) {
        ProviderMetadata metadata = published.metadata(journey.terms().issuer());
        if (!metadata.isFrom(answer.issuer())) {
            return refused(at, "an answer of another issuer", Problem.UNTRUSTED);
        }
        String code = answer.code();
        if (answer.error() != null || code == null) {
            return Finished.failed(Problem.REFUSED);
        }
        var us = new TokenEndpoint.Client(
                at.caller().actor(), metadata, journey.terms().clientId(), work.secret(at.caller(), journey.terms()));
        Optional<String> redeemed =
                idToken(tokens.redeem(us, new Code(code, journey.begun().verifier(), redirect(at))));
        if (redeemed.isEmpty()) {
            return refused(at, "a code that it does not redeem", Problem.REFUSED);
        }
        Checked checked = published.check(journey.terms().issuer(), redeemed.get());
        if (checked.outcome() != Outcome.GOOD) {
            return refused(at, "a token that none of its keys has signed", Problem.UNTRUSTED);
        }
        IdToken token = new IdToken(checked.claims());
        Optional<String> fault = token.fault(expected(journey));
        if (fault.isPresent()) {
            return refused(at, "a token " + fault.get(), Problem.UNTRUSTED);
        }
        return enter(at, token, visitor, journey);
    }

    private static Optional<String> idToken(OutboundAnswer answer) {
        return answer.status() == OK && Json.readObject(answer.body()).get("id_token") instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    private Finished enter(At at, IdToken token, Visitor visitor, Journey journey) {
        Subject subject = new Subject(at.provider(), journey.terms().issuer(), token.subject());
        Caller connection = at.caller(journey.terms());
        ProviderAdmission.Decision decision =
                admission.decide(connection, journey.terms(), subject, token, visitor.presence());
        if (decision.problem() != null) {
            return Finished.failed(decision.problem());
        }
        String target = journey.begun().target();
        Actor forThem = connection.actor().actingFor(decision.admitted().principal());
        boolean goesOn = decision.proven() && !journey.terms().exclusive();
        return goesOn
                ? new Finished(null, target, null)
                : new Finished(
                        access.open(forThem, at.workspaceId(), decision.admitted(), visitor.client()), target, null);
    }

    private Expected expected(Journey journey) {
        Integer minutes = journey.terms().maxAgeMinutes();
        return new Expected(
                journey.terms().issuer(),
                journey.terms().clientId(),
                journey.begun().nonce(),
                minutes == null ? null : Duration.ofMinutes(minutes),
                clock.instant());
    }

    private boolean isThis(ProviderSignInRows.Row row, At at, @Nullable String browser) {
        return row.providerId().equals(at.provider())
                && browser != null
                && ProviderTokens.same(Digests.sha256(browser), HexFormat.of().parseHex(row.browserHash()))
                && clock.instant().isBefore(row.expiresAt());
    }

    private static Finished refused(At at, String what, Problem problem) {
        LOG.warning(() -> "the provider " + at.provider() + " sent " + what);
        return Finished.failed(problem);
    }
}
