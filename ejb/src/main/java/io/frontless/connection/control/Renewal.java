package io.frontless.connection.control;

import io.frontless.connection.control.Renewals.Outcome;
import io.frontless.connection.entity.ConnectionProviderRows;
import io.frontless.connection.entity.ConnectionRows;
import io.frontless.connection.entity.GrantRows;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.oauth.control.ClientSecrets;
import io.frontless.oauth.control.PublishedKeys;
import io.frontless.oauth.control.TokenEndpoint;
import io.frontless.oauth.control.TokenEndpoint.Client;
import io.frontless.operation.ConnectionLevel;
import io.frontless.operation.ConnectionTerms;
import io.frontless.outbound.control.OutboundAnswer;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Renews the tokens of one grant, by one transaction of whatever node. It holds the lock, looks again, asks the provider and keeps what comes, and ends; so a node that is killed lets the next one go on at
 * once. It is the one transaction that waits for another host: for a bounded time, and so that nothing stands between the answer and its commit.
 */
@Stateless
@InWorkspace
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Renewal {

    private static final Logger LOG = Logger.getLogger(Renewal.class.getName());
    private static final int OK = 200;
    private static final String REFUSAL = "invalid_grant";

    @Inject
    GrantRows rows;

    @Inject
    ConnectionRows connections;

    @Inject
    ConnectionProviderRows providers;

    @Inject
    Grants grants;

    @Inject
    ClientSecrets secrets;

    @Inject
    PublishedKeys published;

    @Inject
    TokenEndpoint endpoint;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** Renews it, if it still has to be once the lock is held. */
    public Outcome run(Caller caller, UUID grant) {
        if (!rows.holdRenewal(grant)) {
            return Outcome.FAILED;
        }
        // Whoever gives tokens back waits for this lock once no connection uses them: so none is renewed after that.
        GrantRows.Row present = connections
                .using(caller.workspaceId(), grant)
                .flatMap(used -> rows.find(caller.workspaceId(), grant))
                .orElse(null);
        Instant now = clock.instant();
        if (present == null || present.refused()) {
            return Outcome.REFUSED;
        }
        if (now.isBefore(present.life().renewAt())) {
            return Outcome.FRESH;
        }
        if (present.retryAt() != null && now.isBefore(present.retryAt())) {
            return Outcome.FAILED;
        }
        try {
            return renew(caller, present);
        } catch (Rejection failure) {
            LOG.log(Level.WARNING, failure, () -> "the tokens of the grant " + grant + " could not be renewed");
            rows.failed(caller.workspaceId(), grant, now.plus(Limits.TOKEN_COOL_DOWN));
            return Outcome.FAILED;
        }
    }

    private Outcome renew(Caller caller, GrantRows.Row grant) {
        UUID workspaceId = caller.workspaceId();
        ConnectionTerms terms = providers
                .find(workspaceId, grant.providerId())
                .map(row -> ConnectionProviderState.terms(row.terms()))
                .orElseThrow();
        var us = new Client(
                caller.actor(),
                published.metadata(terms.issuer()),
                terms.clientId(),
                secrets.find(workspaceId, ConnectionProviderState.CLIENT_SECRET, terms.secret()));
        return vault.use(caller.actor(), grants.find(workspaceId, grant.secretId()), secret -> {
            Tokens present = secret.read(Tokens::of);
            // Tried with what is there: where the key, the row or the database could not take new tokens, none are
            // asked
            // for.
            grants.replace(workspaceId, grant.secretId(), present);
            OutboundAnswer answer = endpoint.send(
                    us,
                    us.provider().token(),
                    Map.of("grant_type", "refresh_token", "refresh_token", present.refresh()));
            return take(workspaceId, grant, terms.scopes(ConnectionLevel.of(grant.level())), present, answer);
        });
    }

    private Outcome take(
            UUID workspaceId, GrantRows.Row grant, List<String> asked, Tokens present, OutboundAnswer answer) {
        if (answer.status() == OK) {
            TokenAnswer fresh = TokenAnswer.read(answer.body(), clock.instant());
            grants.replace(
                    workspaceId,
                    grant.secretId(),
                    new Tokens(fresh.access(), fresh.refresh().orElse(present.refresh())));
            rows.renewed(workspaceId, grant.secretId(), fresh.life());
            boolean asAgreed = Scopes.missing(asked, fresh).isEmpty()
                    && Scopes.excess(asked, fresh).isEmpty();
            return asAgreed ? Outcome.FRESH : refused(workspaceId, grant);
        }
        if (TokenAnswer.error(answer.body()).equals(REFUSAL)) {
            return refused(workspaceId, grant);
        }
        throw Rejection.of(Reason.UNAVAILABLE, "token", "a new one", "status " + answer.status());
    }

    private Outcome refused(UUID workspaceId, GrantRows.Row grant) {
        rows.refused(workspaceId, grant.secretId());
        return Outcome.REFUSED;
    }
}
