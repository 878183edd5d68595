package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.record.entity.ImportFiles;
import io.frontless.record.entity.ImportRows;
import io.frontless.record.entity.ImportRows.Row;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaReader;
import io.frontless.workspace.control.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Checks every row of a staged file against what it is to become, a thousand at a time, and notes all that does not fit. */
@Dependent
public class ImportCheck {

    private final ImportRows rows;
    private final WorkingSet records;
    private final References references;
    private final SchemaReader schemas;
    private final ValueRules rules;

    @Inject
    public ImportCheck(
            ImportRows rows, WorkingSet records, References references, SchemaReader schemas, ValueRules rules) {
        this.rows = rows;
        this.records = records;
        this.references = references;
        this.schemas = schemas;
        this.rules = rules;
    }

    ImportFiles.Counts check(Caller caller, UUID importId, ImportTarget target) {
        UUID workspaceId = caller.workspaceId();
        rows.clear(workspaceId, importId);
        EntityView entity = target.isFresh() ? target.fresh() : schemas.readable(caller, target.entity());
        ImportMisfits misfits = new ImportMisfits();
        RowCheck check =
                new RowCheck(new RowCheck.Sources(caller, records, references, rules), target, entity, misfits);
        int count = 0;
        int line = 0;
        List<Row> some = rows.after(workspaceId, importId, line, false, Limits.BATCH_STEPS);
        while (!some.isEmpty()) {
            check.all(read(some));
            rows.note(workspaceId, importId, misfits.takeLines(), misfits.take());
            records.flush();
            count += some.size();
            line = some.get(some.size() - 1).line();
            some = rows.after(workspaceId, importId, line, false, Limits.BATCH_STEPS);
        }
        return new ImportFiles.Counts(count, misfits.lineCount(), misfits.count());
    }

    private static List<RowCheck.Line> read(List<Row> rows) {
        List<RowCheck.Line> lines = new ArrayList<>();
        rows.forEach(row -> lines.add(new RowCheck.Line(row.line(), SheetCells.read(row.cells()))));
        return lines;
    }
}
