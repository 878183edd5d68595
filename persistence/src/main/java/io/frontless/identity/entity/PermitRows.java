package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Counts what was taken of what a period allows, for all nodes together; in no transaction, so that what was taken stays taken. */
@Dependent
public class PermitRows {

    private final Lookups lookups;

    @Inject
    public PermitRows(Lookups lookups) {
        this.lookups = lookups;
    }

    /** Takes one and answers zero, or how long it is until there are new ones. */
    public Duration take(byte[] bucket, int most, Duration period, Instant now) {
        return lookups.first(
                        row -> Duration.ofSeconds(row.getLong(1)),
                        "select frontless.take_permit(?, ?, ?, ?)",
                        bucket,
                        most,
                        Math.toIntExact(period.toSeconds()),
                        now.atOffset(ZoneOffset.UTC))
                .orElseThrow();
    }

    /** Forgets what was taken. */
    public void forget(byte[] bucket) {
        var unused = lookups.first(row -> true, "select frontless.forget_permits(?)", bucket);
    }
}
