package io.frontless.seal.control;

import io.frontless.kernel.Limits;
import io.frontless.proof.TreeHead;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Writes the log out with its proof, page by page, in a short transaction each. What is sealed never changes, so an export can be resumed at any position, and
 * positions have no gaps: whoever goes on where the last one ended misses nothing.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventExports {

    @Inject
    EventProofs proofs;

    /** Plans an export; INVALID where there is nothing to plan. */
    public EventProofs.Plan plan(Caller caller, long from, long rows) {
        return proofs.plan(caller, from, rows);
    }

    /** Writes a planned export as JSON Lines (docs/event-format.md §6). */
    public void write(Caller caller, long from, EventProofs.Plan plan, OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines.append(plan.first()).append('\n');
        Optional<TreeHead.Signed> head = plan.head();
        long to = head.map(signed -> signed.head().size()).orElse(from);
        for (long at = from; at < to; at = Math.min(to, at + Limits.BATCH_STEPS)) {
            for (String line : proofs.lines(caller, at, to)) {
                lines.append(line).append('\n');
            }
        }
        if (head.isPresent()) {
            lines.append(head.get().line()).append('\n');
        }
        lines.flush();
    }
}
