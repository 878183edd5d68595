package io.frontless.record.boundary;

import io.frontless.kernel.Rejection;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** An uploaded CSV file: its name and its text, which is UTF-8 and nothing else. */
record CsvFile(String name, String text) {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Decodes an upload; the page has checked its size and type. */
    static CsvFile of(Part upload) {
        try (InputStream in = upload.getInputStream()) {
            String text = decoded(in.readAllBytes());
            return new CsvFile(
                    String.valueOf(upload.getSubmittedFileName()),
                    text.startsWith(BYTE_ORDER_MARK) ? text.substring(BYTE_ORDER_MARK.length()) : text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
