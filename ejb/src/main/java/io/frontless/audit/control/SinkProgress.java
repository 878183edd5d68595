package io.frontless.audit.control;

import io.frontless.audit.entity.SinkRows;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How far each sink is, as the worker moves it: in short transactions, between which it talks to others. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SinkProgress {

    /** Longer than the slowest sink may take for a turn; whoever died meanwhile is followed by another. */
    private static final int CLAIM_SECONDS = 600;

    private static final long PAUSE_SECONDS = 5;
    private static final long PAUSE_SECONDS_MAX = 3_600;
    private static final int DOUBLINGS_MAX = 10;

    @Inject
    WorkspaceContext context;

    @Inject
    SinkRows rows;

    /** Those of a database that are due. */
    public List<SinkRows.Due> due(String database) {
        context.workOn(database);
        context.enterWorker();
        return rows.due();
    }

    /** Claims one; none where another has it, or it was deleted or paused. */
    public Optional<SinkRows.Row> claim(UUID workspaceId, UUID sinkId) {
        enter(workspaceId);
        return rows.claim(workspaceId, sinkId, CLAIM_SECONDS)
                ? rows.find(workspaceId, sinkId)
                        .filter(row -> !row.deleted() && !row.terms().paused())
                : Optional.empty();
    }

    /** Notes up to which position it was told everything. */
    public void told(UUID workspaceId, UUID sinkId, long position) {
        enter(workspaceId);
        rows.told(workspaceId, sinkId, position);
    }

    /** Lets it be told more soon. */
    public void release(UUID workspaceId, UUID sinkId) {
        enter(workspaceId);
        rows.release(workspaceId, sinkId, PAUSE_SECONDS);
    }

    /** Notes why it could not be told, and has that tried again after twice as long as the last time, an hour at most. */
    public void failed(UUID workspaceId, SinkRows.Row sink, String problem) {
        enter(workspaceId);
        rows.failed(workspaceId, sink.sinkId(), problem);
        int failures = Math.min(sink.progress().failures(), DOUBLINGS_MAX);
        rows.release(workspaceId, sink.sinkId(), Math.min(PAUSE_SECONDS_MAX, PAUSE_SECONDS << failures));
    }

    private void enter(UUID workspaceId) {
        context.enterWorkspace(workspaceId);
        context.enterWorker();
    }
}
