package io.frontless.vault.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.hsm.HsmToken;
import io.frontless.vault.hsm.RootKey;
import io.frontless.vault.hsm.SigningKey;
import io.frontless.vault.hsm.TokenConnection;
import io.frontless.vault.hsm.TokenException;
import io.frontless.vault.hsm.TokenListener;
import io.frontless.vault.hsm.TokenState;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The one connection of this node to its token. It is opened at first use; where that fails, the vault is sealed and the rest serves. What is
 * given to it runs on a thread of the connection, so it must be about keys only, and is SEALED where the token does not do it in time.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Hsm {

    private static final Logger LOG = Logger.getLogger(Hsm.class.getName());

    /** What a check wraps: it has to go all the way into the token. */
    private static final byte[] TRIAL = {0};

    @Inject
    VaultConfig config;

    @Inject
    OpenKeys openKeys;

    private @Nullable TokenConnection connection;

    @PostConstruct
    void start() {
        TokenConnection started = new TokenConnection(config.token(), config.limits());
        connection = started;
        subscribe(new TokenListener() {
            @Override
            public void tokenGone(TokenState state) {
                openKeys.tokenGone();
            }

            @Override
            public void tokenBack() {
                // Keys are opened when they are asked for.
            }
        });
        config.pinRefused().ifPresent(started::refused);
    }

    /** Uses the token; SEALED where it does not let itself be used. */
    public <T> T withToken(Function<HsmToken, T> use) {
        try {
            return connection().use(use);
        } catch (TokenException e) {
            LOG.log(Level.WARNING, e, () -> "the vault is sealed: " + e.message());
            throw new Rejection(Reason.SEALED, "the vault is sealed: " + e.reason());
        }
    }

    /** Uses the root key; SEALED where the token does not let it. */
    public <T> T withRootKey(Function<RootKey, T> use) {
        return withToken(token -> use.apply(token.rootKey()));
    }

    /** Uses the keys that sign tokens, the newest first; SEALED where the HSM does not let them be used. */
    public <T> T withSigningKeys(Function<List<SigningKey>, T> use) {
        return withToken(token -> use.apply(token.signingKeys()));
    }

    /** How it stands with the token, as far as the last use has told. */
    public TokenState state() {
        return connection().state();
    }

    /** From now on the listener is told when the token goes and comes. */
    public void subscribe(TokenListener listener) {
        connection().subscribe(listener);
    }

    /** Has the token wrap something, at most once a second, and tells how it stands then. */
    public TokenState check() {
        return connection().check(token -> token.rootKey().wrap(TRIAL, TRIAL));
    }

    /** Notices within five seconds that the token has gone although nobody uses it, so that opened keys are zeroed. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void watch() {
        if (state().condition() != TokenState.Condition.UNOPENED) {
            check();
        }
    }

    @PreDestroy
    void close() {
        connection().close();
    }

    private TokenConnection connection() {
        if (connection == null) {
            throw new IllegalStateException("the container's proxy does not work by itself");
        }
        return connection;
    }
}
