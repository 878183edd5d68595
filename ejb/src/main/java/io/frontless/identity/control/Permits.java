package io.frontless.identity.control;

import io.frontless.identity.entity.PermitRows;
import io.frontless.kernel.Rejection;
import io.frontless.vault.control.Digests;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Lets things be tried so often and no more. What is tried is counted before it is done, each by itself and for good, so that attempts at the same
 * moment do not slip through together. Called in no transaction.
 */
@Dependent
public class Permits {

    private final PermitRows rows;
    private final IdentityConfig config;
    private final Clock clock;

    @Inject
    public Permits(PermitRows rows, IdentityConfig config, Clock clock) {
        this.rows = rows;
        this.config = config;
        this.clock = clock;
    }

    /** Takes one, for an account's address, a device or the like; refuses as LIMIT, with the time to wait, where there is none. */
    public void take(Permit permit, String whose) {
        int most = permit.ofClient() ? permit.most() * config.clientFactor() : permit.most();
        Duration wait = rows.take(bucket(permit, whose), most, permit.period(), clock.instant());
        if (!wait.isZero()) {
            throw Rejection.tooOften(wait);
        }
    }

    /** Forgets what was taken: it turned out to be right. */
    public void forget(Permit permit, String whose) {
        rows.forget(bucket(permit, whose));
    }

    /** A hash, so that the table tells nobody who tried to sign in. */
    private static byte[] bucket(Permit permit, String whose) {
        return Digests.sha256(permit.name() + "|" + whose);
    }
}
