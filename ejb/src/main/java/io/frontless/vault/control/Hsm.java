package io.frontless.vault.control;

import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.vault.hsm.HsmToken;
import io.frontless.vault.hsm.RootKey;
import io.frontless.vault.hsm.SigningKey;
import io.frontless.vault.hsm.TokenException;
import io.frontless.vault.hsm.TokenSettings;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
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
 * The one opened token of this node. It is opened at first use; where that fails, the vault is sealed and the rest serves. A wrong PIN is not
 * tried again before a restart: some tokens lock themselves after a few attempts.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Hsm {

    private static final Logger LOG = Logger.getLogger(Hsm.class.getName());

    @Inject
    VaultConfig config;

    private final Object opening = new Object();
    private @Nullable HsmToken token;
    private @Nullable TokenException pinRefused;

    /** Uses the root key; SEALED where the token does not let it. */
    public <T> T withRootKey(Function<RootKey, T> use) {
        return withToken(token -> use.apply(token.rootKey()));
    }

    /** Uses the token; SEALED where that fails. */
    public <T> T withToken(Function<HsmToken, T> use) {
        try {
            return use.apply(opened());
        } catch (TokenException e) {
            LOG.log(Level.WARNING, e, () -> "the vault is sealed: " + e.getMessage());
            throw new Rejection(Reason.SEALED, "the vault is sealed: " + e.reason());
        }
    }

    /** Uses the keys that sign tokens, the newest first; SEALED where the HSM does not let them be used. */
    public <T> T withSigningKeys(Function<List<SigningKey>, T> use) {
        try {
            return use.apply(opened().signingKeys());
        } catch (TokenException e) {
            LOG.log(Level.WARNING, e, () -> "the vault is sealed: " + e.getMessage());
            throw new Rejection(Reason.SEALED, "the vault is sealed: " + e.reason());
        }
    }

    private HsmToken opened() {
        synchronized (opening) {
            if (pinRefused != null) {
                throw pinRefused;
            }
            HsmToken open = token;
            if (open == null) {
                open = open();
                token = open;
            }
            return open;
        }
    }

    private HsmToken open() {
        try {
            return HsmToken.open(new TokenSettings(config.library(), config.tokenLabel(), config.pinFile()));
        } catch (TokenException e) {
            if (e.reason() == TokenException.Reason.PIN_WRONG || e.reason() == TokenException.Reason.PIN_LOCKED) {
                pinRefused = e;
            }
            throw e;
        }
    }

    @PreDestroy
    void close() {
        synchronized (opening) {
            if (token != null) {
                token.close();
                token = null;
            }
        }
    }
}
