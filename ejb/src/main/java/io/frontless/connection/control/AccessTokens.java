package io.frontless.connection.control;

import io.frontless.connection.control.AccessWork.Held;
import io.frontless.engine.control.Errands;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.LapseConnection;
import io.frontless.vault.control.Vault;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/**
 * Access tokens of connections, for those who work with the other service: one is handed out only while the action that uses it runs, and is renewed before it ends.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccessTokens {

    @Inject
    AccessWork work;

    @Inject
    Renewals renewals;

    @Inject
    Errands errands;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /**
     * Uses a connection's access token; that it is opened is written down first. CONFLICT where somebody has to authorize the connection anew, UNAVAILABLE where the provider does not
     * renew the token at present.
     */
    public <T> T use(Caller caller, UUID connection, Function<String, T> action) {
        Held held = work.held(caller, connection);
        if (isDue(held)) {
            renew(caller, held);
        }
        return vault.use(
                caller.actor(),
                work.tokens(caller, held.grant().secretId()),
                tokens -> action.apply(tokens.read(Tokens::of).access()));
    }

    /** Sees that a connection works: that its token is there, is good, and opens. */
    public void check(Caller caller, UUID connection) {
        var unused = use(caller, connection, token -> true);
    }

    private boolean isDue(Held held) {
        return held.grant().refused()
                || !clock.instant().isBefore(held.grant().life().renewAt());
    }

    /** A provider that fails does no harm as long as the token is good. */
    private void renew(Caller caller, Held held) {
        Renewals.Outcome outcome =
                held.grant().refused() ? Renewals.Outcome.REFUSED : renewals.renew(caller, held.grant());
        switch (outcome) {
            case FRESH -> {}
            case REFUSED -> {
                lapse(caller, held);
                throw AccessWork.lapsed(held.label());
            }
            case FAILED -> {
                if (!clock.instant().isBefore(held.grant().life().expiresAt())) {
                    throw new Rejection(
                            Reason.UNAVAILABLE,
                            "the provider of " + held.label() + " does not renew its token at present");
                }
            }
        }
    }

    /** In the name of the connection: the provider has said so, and not whoever happened to use it. */
    private void lapse(Caller caller, Held held) {
        try {
            errands.run(
                    held.asItself(caller.workspaceId()),
                    held.label() + " has to be authorized anew",
                    List.of(new LapseConnection(held.connection())));
        } catch (Rejection refused) {
            // Somebody else who was told the same came first, or it was disconnected.
            if (refused.reason() != Reason.CONFLICT && refused.reason() != Reason.NOT_FOUND) {
                throw refused;
            }
        }
    }
}
