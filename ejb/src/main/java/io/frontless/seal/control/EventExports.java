package io.frontless.seal.control;

import io.frontless.kernel.Limits;
import io.frontless.proof.ExportFormat;
import io.frontless.proof.ExportLine;
import io.frontless.proof.TreeHead;
import io.frontless.workspace.control.Caller;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Writes the log out with its proof, page by page, in a short transaction each. What is sealed never changes, so an export can be resumed at any position, and
 * positions have no gaps: whoever goes on where the last one ended misses nothing.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EventExports {

    @Inject
    EventProofs proofs;

    @Inject
    WholeLog whole;

    @Resource
    @Nullable
    ManagedExecutorService executor;

    /** Plans an export; INVALID where there is nothing to plan. */
    public ExportRows.Plan plan(Caller caller, long from, long rows) {
        return proofs.plan(caller, from, rows);
    }

    /** Writes a planned export, as much of it as the caller may see (docs/event-format.md §6 and §8). */
    public void write(Caller caller, ExportRows.Plan plan, ExportFormat format, OutputStream out) throws IOException {
        write(caller.workspaceId(), plan, format, out, (at, to) -> proofs.lines(caller, at, to));
    }

    /** Plans an export of all there is, which nobody's rights bound: only what an owner has ordered asks for it. */
    public ExportRows.Plan planWhole(UUID workspaceId, long from, long rows) {
        return whole.plan(workspaceId, from, rows);
    }

    /** Writes it. */
    public void writeWhole(UUID workspaceId, ExportRows.Plan plan, ExportFormat format, OutputStream out)
            throws IOException {
        write(workspaceId, plan, format, out, (at, to) -> whole.lines(workspaceId, at, to));
    }

    /** Gives the lines of positions in order, some at a time. */
    private interface Pages {
        List<ExportLine> lines(long from, long to);
    }

    private void write(UUID workspaceId, ExportRows.Plan plan, ExportFormat format, OutputStream out, Pages pages)
            throws IOException {
        String workspace = workspaceId.toString();
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.append(format.opening()).append(format.dress(plan.first(), workspace));
        Optional<TreeHead.Signed> head = plan.head();
        long to = plan.to();
        Future<List<ExportLine>> next = begin(pages, plan.from(), to);
        for (long at = plan.from(); at < to; at = Math.min(to, at + Limits.BATCH_STEPS)) {
            List<ExportLine> lines = read(next);
            next = begin(pages, at + Limits.BATCH_STEPS, to);
            for (ExportLine line : lines) {
                text.append(format.separator()).append(format.dress(line, workspace));
            }
        }
        if (head.isPresent()) {
            ExportLine last = ExportLine.read(head.get().line());
            text.append(format.separator()).append(format.dress(last, workspace));
        }
        text.append(format.closing());
        text.flush();
    }

    /** Begins to read a page while the one before it is written: database and server work at the same time. */
    private Future<List<ExportLine>> begin(Pages pages, long from, long to) {
        FutureTask<List<ExportLine>> page = new FutureTask<>(() -> from < to ? pages.lines(from, to) : List.of());
        try {
            Objects.requireNonNull(executor, "the container gives an executor").execute(page);
        } catch (RejectedExecutionException busy) {
            page.run();
        }
        return page;
    }

    private static List<ExportLine> read(Future<List<ExportLine>> page) throws IOException {
        try {
            return page.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("broken off", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
