package io.frontless.record.control;

import io.frontless.kernel.Rejection;
import java.util.Arrays;
import java.util.Locale;

/** How an export is written. */
public enum ExportFormat {
    CSV("text/csv;charset=UTF-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    JSONL("application/x-ndjson;charset=UTF-8");

    private final String mediaType;

    ExportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type of its files. */
    public String mediaType() {
        return mediaType;
    }

    /** How names of its files end. */
    public String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of this name. */
    public static ExportFormat of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.suffix().equals(name))
                .findFirst()
                .orElseThrow(() -> Rejection.invalid("format", "csv, xlsx or jsonl", name));
    }
}
