package io.frontless.record.boundary;

import io.frontless.record.control.ImportUpload;
import io.frontless.record.control.ImportUpload.Format;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** A file that a person chose on a page, which has checked its size and type. */
final class UploadedFile {

    private UploadedFile() {}

    /** The file, for the table of this name or, where that is blank, for one named after the file. */
    static ImportUpload of(Part part, String table) {
        String name = String.valueOf(part.getSubmittedFileName());
        Format format = name.toLowerCase(Locale.ROOT).endsWith(".xlsx") ? Format.XLSX : Format.CSV;
        try (InputStream in = part.getInputStream()) {
            return new ImportUpload(name, table.isBlank() ? tableLabel(name) : table, format, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table's name made of the file's: {@code order-details.csv} becomes {@code Order details}. */
    static String tableLabel(String name) {
        String words = name.replaceFirst("^.*[/\\\\]", "")
                .replaceFirst("\\.[A-Za-z0-9]*$", "")
                .replaceAll("[-_.\\s]+", " ")
                .strip();
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
