package io.frontless.record.control;

import io.frontless.engine.control.Children;
import io.frontless.engine.control.CompositeHandler;
import io.frontless.engine.control.Execution;
import io.frontless.event.control.Outbox;
import io.frontless.kernel.Rejection;
import io.frontless.operation.CommitImport;
import io.frontless.record.entity.ImportFiles;
import io.frontless.record.entity.ImportFiles.File;
import io.frontless.record.entity.ImportRows;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.UUID;

/** Makes records of a staged file, row by row; the file is marked as committed in the same transaction and removed after it. */
@Dependent
public class CommitImportHandler implements CompositeHandler<CommitImport> {

    private final ImportFiles files;
    private final ImportRows rows;
    private final WorkingSet records;
    private final References references;
    private final Outbox outbox;

    @Inject
    public CommitImportHandler(
            ImportFiles files, ImportRows rows, WorkingSet records, References references, Outbox outbox) {
        this.files = files;
        this.rows = rows;
        this.records = records;
        this.references = references;
        this.outbox = outbox;
    }

    @Override
    public Class<CommitImport> operation() {
        return CommitImport.class;
    }

    @Override
    public Children children(CommitImport operation, Execution execution) {
        UUID workspaceId = execution.workspaceId();
        UUID importId = operation.importId();
        File file = files.lock(workspaceId, importId)
                .filter(found ->
                        found.accountId().equals(execution.caller().actor().id()))
                .orElseThrow(() -> Rejection.notFound("import", importId));
        Imports.requireOpen(file);
        requireRows(operation, file.counts());
        files.commit(workspaceId, importId);
        outbox.promise(ImportRemoval.KIND, ImportRemoval.payload(workspaceId, importId));
        return new ImportSteps(
                new ImportSteps.Sources(execution.caller(), rows, records, references),
                operation,
                ImportTarget.read(file.settings()));
    }

    private static void requireRows(CommitImport operation, ImportFiles.Counts counts) {
        boolean all = operation.mode() == CommitImport.Mode.ALL;
        if (all && counts.wrongRows() > 0) {
            throw Rejection.conflict(
                    "import",
                    "a file whose rows all fit, or the mode valid",
                    counts.wrongRows() + " rows that do not fit");
        }
        if (counts.rows() == counts.wrongRows()) {
            throw Rejection.conflict("import", "a row that fits", "none");
        }
    }
}
