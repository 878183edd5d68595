package io.frontless.record.control;

import io.frontless.event.control.Outbox;
import io.frontless.kernel.Ids;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.Params;
import io.frontless.operation.Permission;
import io.frontless.record.entity.ImportFiles;
import io.frontless.record.entity.ImportFiles.Counts;
import io.frontless.record.entity.ImportFiles.File;
import io.frontless.record.entity.ImportRows;
import io.frontless.workspace.control.Caller;
import io.frontless.workspace.control.InWorkspace;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stages files: kept row by row, checked, and shown, until a plan commits them or nobody comes back. A file is its uploader's alone. */
@Stateless
@InWorkspace
public class Imports {

    private static final int SAMPLE_ROWS = 10;

    @Inject
    ImportFiles files;

    @Inject
    ImportRows rows;

    @Inject
    ImportTargets targets;

    @Inject
    ImportCheck check;

    @Inject
    Outbox outbox;

    @Inject
    Ids ids;

    @Inject
    Clock clock;

    /** Stages a file and finds out what does not fit; a file that cannot be read as its format is refused. */
    public StagedImport stage(Caller caller, ImportUpload upload) {
        caller.require(Permission.CREATE);
        UUID workspaceId = caller.workspaceId();
        UUID importId = ids.get();
        files.add(workspaceId, importId, caller.actor().id(), upload.name(), "{}");
        ImportStaging staging = new ImportStaging(rows, ids, workspaceId, importId);
        upload.read(staging);
        staging.end();
        ImportTarget target = targets.guess(caller, upload.entity(), staging.headers(), staging.guesses());
        files.change(workspaceId, importId, target.write(), check.check(caller, importId, target));
        outbox.promise(
                ImportRemoval.KIND,
                ImportRemoval.payload(workspaceId, importId),
                clock.instant().plus(Limits.IMPORT_LIFETIME));
        return view(caller, importId);
    }

    /** Says anew what the columns become, and checks all rows against that; see {@link ImportTargets#changed}. */
    public StagedImport change(Caller caller, UUID importId, Map<String, @Nullable Object> wanted) {
        caller.require(Permission.CREATE);
        UUID workspaceId = caller.workspaceId();
        File file = own(caller, importId, true);
        requireOpen(file);
        ImportTarget target = targets.changed(caller, ImportTarget.read(file.settings()), new Params("", wanted));
        files.change(workspaceId, importId, target.write(), check.check(caller, importId, target));
        return view(caller, importId);
    }

    /** A staged file. */
    public StagedImport view(Caller caller, UUID importId) {
        File file = own(caller, importId, false);
        Counts counts = file.counts();
        return new StagedImport(
                importId,
                file.name(),
                ImportTarget.read(file.settings()),
                counts.rows(),
                counts.wrongRows(),
                counts.errors(),
                file.committed(),
                misfits(caller, importId, 0, Limits.PAGE_ROWS_MAX),
                rows.after(caller.workspaceId(), importId, 0, false, SAMPLE_ROWS).stream()
                        .map(row -> SheetCells.read(row.cells()))
                        .toList());
    }

    /** What does not fit, in the order of the file, after the given place. */
    public List<ImportRowError> errors(Caller caller, UUID importId, int afterPlace, int limit) {
        if (limit < 1 || limit > Limits.PAGE_ROWS_MAX) {
            throw Rejection.invalid("limit", "1 to " + Limits.PAGE_ROWS_MAX, limit);
        }
        own(caller, importId, false);
        return misfits(caller, importId, afterPlace, limit);
    }

    /** Removes a staged file. */
    public void discard(Caller caller, UUID importId) {
        own(caller, importId, true);
        files.remove(caller.workspaceId(), importId);
    }

    static void requireOpen(File file) {
        if (file.committed()) {
            throw Rejection.conflict("import", "one that was not committed", "one that was");
        }
    }

    private File own(Caller caller, UUID importId, boolean locked) {
        caller.require(Permission.READ);
        return (locked ? files.lock(caller.workspaceId(), importId) : files.find(caller.workspaceId(), importId))
                .filter(file -> file.accountId().equals(caller.actor().id()))
                .orElseThrow(() -> Rejection.notFound("import", importId));
    }

    private List<ImportRowError> misfits(Caller caller, UUID importId, int afterPlace, int limit) {
        return rows.misfits(caller.workspaceId(), importId, afterPlace, limit).stream()
                .map(misfit -> new ImportRowError(
                        misfit.place(), misfit.line(), misfit.field(), misfit.expected(), misfit.found()))
                .toList();
    }
}
