package io.frontless.audit.boundary;

import io.frontless.audit.control.AuditQueries.SinkView;
import io.frontless.identity.boundary.RequestParameter;
import io.frontless.kernel.Rejection;
import io.frontless.operation.SinkTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;

/**
 * The form of a sink, as the sink is or as it was sent.
 *
 * @param sink the sink that it changes; nothing for a new one
 */
public record SinkForm(String sink, String label, String kind, String target, String format, boolean paused) {

    static SinkForm empty() {
        return new SinkForm("", "", SinkTerms.Kind.FILE.wireName(), "", "jsonl", false);
    }

    static SinkForm of(SinkView view) {
        SinkTerms terms = view.terms();
        return new SinkForm(
                view.sink().toString(),
                terms.label(),
                terms.kind().wireName(),
                terms.target(),
                terms.format(),
                terms.paused());
    }

    static SinkForm sent(HttpServletRequest request) {
        return new SinkForm(
                text(request, "sink"),
                text(request, "label"),
                text(request, "kind"),
                text(request, "target"),
                text(request, "format"),
                RequestParameter.text(request, "paused").isPresent());
    }

    /** Whether it changes a sink that is there. */
    public boolean isKnown() {
        return !sink.isEmpty();
    }

    SinkTerms terms() {
        SinkTerms.Kind chosen = Arrays.stream(SinkTerms.Kind.values())
                .filter(one -> one.wireName().equals(kind))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("kind", "file, webhook or syslog", kind));
        return new SinkTerms(label, chosen, target, format, paused);
    }

    private static String text(HttpServletRequest request, String name) {
        return RequestParameter.text(request, name).map(String::strip).orElse("");
    }
}
