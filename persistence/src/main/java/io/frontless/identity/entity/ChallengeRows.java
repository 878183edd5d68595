package io.frontless.identity.entity;

import io.frontless.workspace.entity.Lookups;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Keeps challenges for authenticators, as hashes; in no transaction, so that one that was used stays used. */
@Dependent
public class ChallengeRows {

    private final Lookups lookups;

    @Inject
    public ChallengeRows(Lookups lookups) {
        this.lookups = lookups;
    }

    /** Keeps one for a holder. */
    public void add(byte[] hash, byte[] holder, Instant now, Duration lifetime) {
        var unused = lookups.first(
                row -> true,
                "select frontless.add_challenge(?, ?, ?, ?)",
                hash,
                holder,
                now.atOffset(ZoneOffset.UTC),
                Math.toIntExact(lifetime.toSeconds()));
    }

    /** Uses one up, and answers whether it was good for this holder. */
    public boolean use(byte[] hash, byte[] holder, Instant now) {
        return lookups.first(
                        row -> row.getBoolean(1),
                        "select frontless.use_challenge(?, ?, ?)",
                        hash,
                        holder,
                        now.atOffset(ZoneOffset.UTC))
                .orElse(false);
    }
}
