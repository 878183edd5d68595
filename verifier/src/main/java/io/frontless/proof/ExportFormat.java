package io.frontless.proof;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How exports are written (docs/event-format.md §8). Each line of every format holds the JSON line that it was made of, and is made of nothing else: so every format carries
 * its proof, and a verifier makes each line again and compares.
 */
public enum ExportFormat {
    /** The lines themselves. */
    JSONL("application/x-ndjson", "jsonl", "", "\n", "\n") {
        @Override
        public String dress(ExportLine line, String workspace) {
            return line.text();
        }

        @Override
        public Optional<String> undress(String text) {
            return Optional.of(text);
        }
    },

    /** Comma-separated values (RFC 4180), which no spreadsheet takes for formulas. */
    CSV("text/csv; charset=utf-8; header=present", "csv", CsvLine.HEADER + "\r\n", "\r\n", "\r\n") {
        @Override
        public String dress(ExportLine line, String workspace) {
            return CsvLine.of(line);
        }

        @Override
        public Optional<String> undress(String text) {
            return text.equals(CsvLine.HEADER) ? Optional.empty() : Optional.of(CsvLine.proof(text));
        }
    },

    /** Open Cybersecurity Schema Framework 1.3: Entity Management (3004), a line each. */
    OCSF("application/x-ndjson", "jsonl", "", "\n", "\n") {
        @Override
        public String dress(ExportLine line, String workspace) {
            return OcsfLine.of(line, workspace);
        }

        @Override
        public Optional<String> undress(String text) {
            return Optional.of(String.valueOf(JsonText.readObject(text).get("raw_data")));
        }
    },

    /** ArcSight's Common Event Format, version 0. */
    CEF("text/plain; charset=utf-8", "cef", "", "\n", "\n") {
        @Override
        public String dress(ExportLine line, String workspace) {
            return CefLine.of(line);
        }

        @Override
        public Optional<String> undress(String text) {
            return Optional.of(CefLine.proof(text));
        }
    },

    /** CloudEvents 1.0 in the JSON batch format: an array, of which each event has a line. */
    CLOUDEVENTS("application/cloudevents-batch+json; charset=utf-8", "json", "[\n", ",\n", "\n]\n") {
        @Override
        public String dress(ExportLine line, String workspace) {
            return CloudEventLine.of(line, workspace);
        }

        @Override
        public Optional<String> undress(String text) {
            return text.equals("[") || text.equals("]")
                    ? Optional.empty()
                    : Optional.of(CloudEventLine.proof(plain(text)));
        }

        @Override
        String plain(String text) {
            return text.endsWith(",") ? text.substring(0, text.length() - 1) : text;
        }
    },

    /** Syslog messages (RFC 5424), a line each; what a server made of their heads is nothing that is proved. */
    SYSLOG("text/plain; charset=utf-8", "log", "", "\n", "\n") {
        @Override
        public String dress(ExportLine line, String workspace) {
            return SyslogLine.of(line);
        }

        @Override
        public Optional<String> undress(String text) {
            return Optional.of(SyslogLine.proof(text));
        }

        @Override
        String plain(String text) {
            return SyslogLine.proof(text);
        }
    };

    private final String mediaType;
    private final String suffix;
    private final String opening;
    private final String separator;
    private final String closing;

    ExportFormat(String mediaType, String suffix, String opening, String separator, String closing) {
        this.mediaType = mediaType;
        this.suffix = suffix;
        this.opening = opening;
        this.separator = separator;
        this.closing = closing;
    }

    /** The format of a name, such as {@code csv}; none where there is no such format. */
    public static Optional<ExportFormat> named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.label().equals(name))
                .findFirst();
    }

    /** The names of all, for people. */
    public static String names() {
        return Arrays.stream(values()).map(ExportFormat::label).collect(Collectors.joining(", "));
    }

    /** Its name in requests and settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A line of an export of a workspace, without what ends it. */
    public abstract String dress(ExportLine line, String workspace);

    /** The JSON line that a line was made of; none where it only opens or closes the file. {@link IllegalArgumentException} where it has none. */
    public abstract Optional<String> undress(String text);

    /** Whether a line shows just what its proof says. */
    public boolean shows(String text, ExportLine line, String workspace) {
        return plain(text).equals(plain(dress(line, workspace)));
    }

    /** What of a line is compared. */
    String plain(String text) {
        return text;
    }

    /** The media type of a file. */
    public String mediaType() {
        return mediaType;
    }

    /** How the names of its files end. */
    public String suffix() {
        return suffix;
    }

    /** What stands before the first line. */
    public String opening() {
        return opening;
    }

    /** What stands between two lines. */
    public String separator() {
        return separator;
    }

    /** What stands after the last line. */
    public String closing() {
        return closing;
    }
}
