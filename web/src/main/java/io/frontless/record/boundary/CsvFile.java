package io.frontless.record.boundary;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.primefaces.model.file.UploadedFile;

/** An uploaded CSV file: its name and its text, which is UTF-8 and nothing else. */
record CsvFile(String name, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Checks and decodes an upload. */
    static CsvFile of(@Nullable UploadedFile upload) {
        if (upload == null || upload.getFileName() == null || upload.getSize() == 0) {
            throw Rejection.invalid("file", "a CSV file that is not empty", "none");
        }
        if (upload.getSize() > Limits.CSV_BYTES_MAX) {
            throw Rejection.of(
                    Reason.LIMIT,
                    "file",
                    "at most " + Limits.CSV_BYTES_MAX / 1024 / 1024 + " MB",
                    ValueText.count(upload.getSize()) + " bytes");
        }
        String text = decoded(upload.getContent());
        return new CsvFile(
                upload.getFileName(),
                text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
    }

    /** A table's name made of the file's: {@code order-details.csv} becomes {@code Order details}. */
    String tableLabel() {
        String words = name.replaceFirst("^.*[/\\\\]", "")
                .replaceFirst("\\.[A-Za-z0-9]*$", "")
                .replaceAll("[-_.\\s]+", " ")
                .strip();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String decoded(byte[] bytes) {
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
