package io.frontless.seal.control;

import io.frontless.proof.ExportLine;
import io.frontless.proof.LoggedEvent;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A workspace's log with all that is in it, for what works in the background: in a transaction of its own for each page. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WholeLog {

    @Inject
    WorkspaceContext context;

    @Inject
    ExportRows rows;

    /** Plans an export of about so many rows. */
    public ExportRows.Plan plan(UUID workspaceId, long from, long count) {
        context.enterWorkspace(workspaceId);
        return rows.plan(workspaceId, from, count);
    }

    /** A part of the log. */
    public List<ExportLine> lines(UUID workspaceId, long from, long to) {
        context.enterWorkspace(workspaceId);
        return rows.lines(
                workspaceId,
                from,
                to,
                events -> events.stream().collect(Collectors.toMap(LoggedEvent::seq, Function.identity())),
                true);
    }
}
