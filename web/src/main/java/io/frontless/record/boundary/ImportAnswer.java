package io.frontless.record.boundary;

import io.frontless.boundary.JsonAnswer;
import io.frontless.engine.boundary.PlanAnswer;
import io.frontless.engine.control.PlanView;
import io.frontless.record.control.ImportPreview;

/** What an import would do, as clients see it. */
public final class ImportAnswer {

    private ImportAnswer() {}

    /** The preview; {@code plan} is null where {@code errors} is not empty. */
    public static JsonAnswer of(ImportPreview preview) {
        PlanView plan = preview.plan();
        return new JsonAnswer()
                .with("entity", preview.entityLabel())
                .with("rows", preview.rows())
                .with(
                        "columns",
                        preview.columns().stream()
                                .map(column -> new JsonAnswer()
                                        .with("header", column.header())
                                        .with("field", column.field().params())
                                        .with("note", column.note())
                                        .map())
                                .toList())
                .with(
                        "errors",
                        preview.errors().stream()
                                .map(error -> new JsonAnswer()
                                        .with("line", error.line())
                                        .with("field", error.field())
                                        .with("expected", error.expected())
                                        .with("found", error.found())
                                        .map())
                                .toList())
                .with("plan", plan == null ? null : PlanAnswer.of(plan).map());
    }
}
