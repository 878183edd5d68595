package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A file as somebody sends it, and the label or key of the entity that its rows become records of. */
public final class ImportUpload {

    private static final int NAME_CHARS_MAX = 200;

    private final String name;
    private final String entity;
    private final Format format;
    private final byte[] bytes;

    /** How the file is written. */
    public enum Format {
        CSV,
        XLSX
    }

    public ImportUpload(String name, String entity, Format format, byte[] bytes) {
        if (bytes.length > Limits.IMPORT_BYTES_MAX) {
            throw Rejection.of(Reason.LIMIT, "file", "at most " + Limits.IMPORT_BYTES_MAX + " bytes", "more");
        }
        Json.requireStorable("file", name);
        this.name = name.substring(0, Math.min(name.length(), NAME_CHARS_MAX));
        this.entity = ImportTargets.label(entity);
        this.format = format;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    String entity() {
        return entity;
    }

    /** Reads its rows. */
    void read(SheetRows rows) {
        switch (format) {
            case CSV -> CsvSheet.read(text(), rows);
            case XLSX -> XlsxSheet.read(bytes, rows);
        }
    }

    private String text() {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Rejection.invalid("file", "text in UTF-8", "bytes that are not");
        }
    }
}
