package io.frontless.connection.control;

import io.frontless.connection.entity.GrantRows;
import io.frontless.engine.control.Faults;
import io.frontless.kernel.Limits;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Renews tokens, one at a time of a provider on this node: a provider that does not answer then takes one database connection and not all, and those of other providers go on.
 * Between nodes, {@link Renewal} sees that a grant is renewed by one.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Renewals {

    @Inject
    Renewal renewal;

    private final List<ReentrantLock> turns =
            Stream.generate(ReentrantLock::new).limit(Limits.TOKEN_RENEWALS_MAX).toList();

    /** What came of a renewal. */
    public enum Outcome {
        /** The token is good, by this renewal or by another one that came first. */
        FRESH,
        /** The provider does not take the grant any more. */
        REFUSED,
        /** The provider failed, or others were waiting too long. */
        FAILED
    }

    /** Renews the tokens of a grant that is due, unless somebody else does so meanwhile. */
    public Outcome renew(Caller caller, GrantRows.Row grant) {
        ReentrantLock turn = turns.get(Math.floorMod(grant.providerId().hashCode(), turns.size()));
        try {
            if (!turn.tryLock(Limits.TOKEN_WAIT_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return Outcome.FAILED;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.FAILED;
        }
        try {
            return Faults.translated(() -> renewal.run(caller, grant.secretId()));
        } finally {
            turn.unlock();
        }
    }
}
