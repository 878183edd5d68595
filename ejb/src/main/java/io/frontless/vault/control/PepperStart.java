package io.frontless.vault.control;

import io.frontless.kernel.Rejection;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Has the pepper ready before anybody signs in. With the token away at the start it is provided at the first sign-in after the token is back. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PepperStart {

    private static final Logger LOG = Logger.getLogger(PepperStart.class.getName());

    @Inject
    Peppers peppers;

    @PostConstruct
    void start() {
        try {
            peppers.provide();
        } catch (RuntimeException e) {
            if (rejectionIn(e) == null) {
                throw e;
            }
            LOG.log(Level.WARNING, "the pepper is not there yet: the vault is sealed");
        }
    }

    private static @Nullable Rejection rejectionIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Rejection rejection) {
                return rejection;
            }
        }
        return null;
    }
}
