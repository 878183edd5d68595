package io.frontless.audit.control;

import io.frontless.audit.entity.RetentionRows;
import io.frontless.workspace.control.WorkspaceContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Finds what is to be archived and removed, in short transactions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RetentionSearch {

    /** Rows of one archive: a file that an auditor can look through, and a removal that is over in seconds. */
    private static final long ROWS_MAX = 20_000;

    @Inject
    WorkspaceContext context;

    @Inject
    RetentionRows rows;

    /** The positions of an archive that is to be made. */
    public record Due(long from, long to) {}

    /** The workspaces of a database that do not keep their log for ever. */
    public List<UUID> limited(String database) {
        context.workOn(database);
        context.enterWorker();
        return rows.limited();
    }

    /** The next part that is old enough. */
    public Optional<Due> due(UUID workspaceId) {
        context.enterWorkspace(workspaceId);
        long from = rows.find(workspaceId).archivedTo();
        return rows.end(workspaceId, from, ROWS_MAX).map(to -> new Due(from, to));
    }

    /** The archives of which something is still here that no hold keeps any more. */
    public List<RetentionRows.Archive> leftovers(UUID workspaceId) {
        context.enterWorkspace(workspaceId);
        return rows.archives(workspaceId).stream()
                .filter(archive -> archive.held() > 0)
                .filter(archive ->
                        rows.present(workspaceId, archive.from(), archive.to()).removable() > 0)
                .toList();
    }
}
