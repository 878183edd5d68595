package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Permission;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaQueries;
import io.frontless.workspace.control.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes the records of a query to a file, holding no more than a page of them. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Exports {

    @Inject
    RecordQueries records;

    @Inject
    SchemaQueries schemas;

    /**
     * What is to be exported.
     *
     * @param marked whether a CSV file begins with a byte order mark
     */
    public record Export(RecordQuery query, ExportFormat format, boolean marked) {}

    /** Refuses what {@link #write} would refuse, while an answer can still be another one: LIMIT where there are too many records. */
    public void check(Caller caller, Export export) {
        caller.require(Permission.EXPORT, export.query().entity());
        fields(caller, export.query());
        if (export.query().group() != null) {
            throw Rejection.invalid("group", "none, since records are exported", "one");
        }
        records.find(caller, export.query().paged(1, 0));
        long count = records.count(caller, export.query());
        if (count > Limits.EXPORT_ROWS_MAX) {
            throw Rejection.of(
                    Reason.LIMIT, "rows", "at most " + Limits.EXPORT_ROWS_MAX + " records", String.valueOf(count));
        }
        records.countToRead(caller, export.query());
    }

    /** Writes all records of the query, whatever its page. */
    public void write(Caller caller, Export export, OutputStream out) throws IOException {
        try (ExportWriter writer = writer(caller, export, out)) {
            records.each(caller, export.query(), Permission.EXPORT, record -> {
                try {
                    writer.write(record);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private ExportWriter writer(Caller caller, Export export, OutputStream out) throws IOException {
        List<FieldSpec> fields = fields(caller, export.query());
        return switch (export.format()) {
            case CSV -> new CsvExport(out, fields, export.marked());
            case XLSX -> new XlsxExport(out, fields);
            case JSONL -> new JsonExport(out);
        };
    }

    private List<FieldSpec> fields(Caller caller, RecordQuery query) {
        EntityView entity = schemas.entity(caller, query.entity());
        if (query.columns().isEmpty()) {
            return entity.fields();
        }
        return query.columns().stream()
                .map(key -> entity.field(key)
                        .orElseThrow(() -> Rejection.invalid("columns", "fields of " + entity.key(), key)))
                .toList();
    }
}
