package io.frontless.seal.control;

import io.frontless.proof.TreeHead.Signed;
import io.frontless.verifier.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a check of a workspace's log is, or what it has found.
 *
 * @param rows how many rows it checks: all that are under the head; {@code checked} are done
 * @param head the head that it checks against; null where nothing is sealed yet
 * @param endedAt when it ended; null while it goes on
 * @param findings what is not as it was sealed, the first first; none where all is
 * @param problem why it could not be found out; null where it could
 */
public record Verification(
        Instant startedAt,
        long rows,
        long checked,
        @Nullable Signed head,
        @Nullable Instant endedAt,
        List<Finding> findings,
        @Nullable String problem) {

    public Verification {
        findings = List.copyOf(findings);
    }

    static Verification started(Instant now, Optional<Signed> head) {
        long rows = head.map(signed -> signed.head().size()).orElse(0L);
        return new Verification(now, rows, 0, head.orElse(null), null, List.of(), null);
    }

    /** Whether it goes on. */
    public boolean running() {
        return endedAt == null;
    }

    /** Whether all is as it was sealed. */
    public boolean good() {
        return endedAt != null && problem == null && findings.isEmpty();
    }

    Verification at(long position) {
        return new Verification(startedAt, rows, position, head, null, List.of(), null);
    }

    Verification ended(Instant now, List<Finding> found) {
        return new Verification(startedAt, rows, checked, head, now, found, null);
    }

    Verification failed(Instant now, String why) {
        return new Verification(startedAt, rows, checked, head, now, List.of(), why);
    }
}
