package io.frontless.audit.boundary;

import io.frontless.proof.ExportFormat;
import io.frontless.record.boundary.Choice;
import java.util.Arrays;
import java.util.List;

/** The formats of exports, as people know them. */
final class LogFormats {

    private LogFormats() {}

    /** All of them, to choose from. */
    static List<Choice> choices() {
        return Arrays.stream(ExportFormat.values())
                .map(format -> new Choice(format.label(), label(format)))
                .toList();
    }

    static String label(ExportFormat format) {
        return switch (format) {
            case JSONL -> "JSON Lines";
            case CSV -> "CSV";
            case OCSF -> "OCSF 1.3";
            case CEF -> "CEF";
            case CLOUDEVENTS -> "CloudEvents";
            case SYSLOG -> "Syslog (RFC 5424)";
        };
    }
}
