package io.frontless.audit.boundary;

import io.frontless.audit.control.AuditQueries.SinkView;
import io.frontless.operation.SinkTerms;
import io.frontless.proof.ExportFormat;
import io.frontless.record.boundary.TimeText;
import io.frontless.record.boundary.ValueText;
import java.time.Instant;

/**
 * A sink as the page lists it.
 *
 * @param progress how much of the log it was told
 * @param problem why it could not be told more, the last time; nothing where it could
 */
public record SinkLine(
        String sink, String label, String target, String format, String progress, String problem, boolean paused) {

    /** The line of a sink of a log of which so many rows are sealed. */
    static SinkLine of(SinkView view, long sealed) {
        SinkTerms terms = view.terms();
        return new SinkLine(
                view.sink().toString(),
                terms.label(),
                terms.kind() == SinkTerms.Kind.FILE ? "folder " + terms.target() : terms.target(),
                ExportFormat.named(terms.format()).map(LogFormats::label).orElse(terms.format()),
                progress(view, sealed),
                problem(view),
                terms.paused());
    }

    private static String progress(SinkView view, long sealed) {
        String told = view.position() >= sealed
                ? "All " + ValueText.count(sealed, "row")
                : ValueText.count(view.position()) + " of " + ValueText.count(sealed, "row");
        String last = view.toldAt();
        String when = last == null ? "" : ", the last at " + TimeText.minute(Instant.parse(last));
        return (view.terms().paused() ? "Paused. " : "") + told + when;
    }

    private static String problem(SinkView view) {
        return view.problem() == null
                ? ""
                : "Failed " + ValueText.count(view.failures(), "time") + " in a row: " + view.problem();
    }
}
