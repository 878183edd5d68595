package io.frontless.workspace.entity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row as one array of texts: what a function answers that is asked by a statement which is parsed each time, where every column would cost. Places
 * count from 0; times are microseconds since 1970.
 */
public final class TextRow {

    private final List<@Nullable String> texts;

    private TextRow(List<@Nullable String> texts) {
        this.texts = texts;
    }

    /** The array in the first column; nothing in it where that is null. */
    static TextRow of(ResultSet row) throws SQLException {
        Array array = row.getArray(1);
        return new TextRow(array == null ? List.of() : strings(array));
    }

    private static List<@Nullable String> strings(Array array) throws SQLException {
        return Collections.unmodifiableList(Arrays.asList((@Nullable String[]) array.getArray()));
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** A text, or null. */
    public @Nullable String get(int place) {
        return texts.get(place);
    }

    /** A text that is there. */
    public String text(int place) {
        return Objects.requireNonNull(texts.get(place));
    }

    /** An id that is there. */
    public UUID id(int place) {
        return UUID.fromString(text(place));
    }

    /** A flag that is there. */
    public boolean flag(int place) {
        return Boolean.parseBoolean(text(place));
    }

    /** A time that is there. */
    public Instant instant(int place) {
        return Instant.EPOCH.plus(Long.parseLong(text(place)), ChronoUnit.MICROS);
    }
}
