package io.frontless.record.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.engine.boundary.PlanAnswer;
import io.frontless.engine.control.PlanView;
import io.frontless.operation.FieldSpec;
import io.frontless.record.control.ImportColumn;
import io.frontless.record.control.ImportRowError;
import io.frontless.record.control.StagedImport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A staged file as clients see it. */
public final class ImportAnswer {

    private ImportAnswer() {}

    /** The file, what its columns become and what does not fit; {@code plan} is what commits it, where one was made. */
    public static JsonAnswer of(StagedImport staged, @Nullable PlanView plan) {
        return new JsonAnswer()
                .with("importId", staged.importId())
                .with("file", staged.fileName())
                .with("entity", staged.target().label())
                .with("entityKey", staged.target().entity())
                .with("newEntity", staged.target().isFresh())
                .with("rows", staged.rows())
                .with("wrongRows", staged.wrongRows())
                .with("errorCount", staged.errorCount())
                .with("committed", staged.committed())
                .with("by", staged.target().by())
                .with(
                        "columns",
                        staged.target().columns().stream()
                                .map(ImportAnswer::column)
                                .toList())
                .with("sample", staged.sample())
                .with("errors", errors(staged.errors()))
                .with("plan", plan == null ? null : PlanAnswer.of(plan).map());
    }

    static List<Map<String, @Nullable Object>> errors(List<ImportRowError> errors) {
        return errors.stream()
                .map(error -> new JsonAnswer()
                        .with("place", error.place())
                        .with("line", error.line())
                        .with("field", error.field())
                        .with("expected", error.expected())
                        .with("found", error.found())
                        .map())
                .toList();
    }

    private static Map<String, @Nullable Object> column(ImportColumn column) {
        FieldSpec field = column.field();
        return new JsonAnswer()
                .with("header", column.header())
                .with("field", field == null ? null : field.params())
                .with("note", column.note())
                .map();
    }
}
