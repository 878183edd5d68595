package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Cells of a file: {@code NULL} and blank ones are empty. */
final class SheetCells {

    private static final String NAME = "cells";

    private SheetCells() {}

    static List<@Nullable String> of(List<? extends @Nullable String> texts) {
        List<@Nullable String> cells = new ArrayList<>(texts.size());
        for (String text : texts) {
            String stripped = text == null ? "" : text.strip();
            cells.add(stripped.isEmpty() || stripped.equals("NULL") ? null : stripped);
        }
        return cells;
    }

    /** The names of the columns; refused where one is empty, too long or there twice. */
    static List<String> header(List<String> names) {
        if (names.isEmpty() || names.size() > Limits.FIELDS_MAX) {
            throw Rejection.invalid("file", "1 to " + Limits.FIELDS_MAX + " columns", names.size());
        }
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (name.isEmpty() || name.length() > Limits.TEXT_CHARS_MAX || !seen.add(name.toLowerCase(Locale.ROOT))) {
                throw Rejection.invalid(
                        "file", "a header of names that differ", name.isEmpty() ? "an empty name" : name);
            }
        }
        return names;
    }

    static String write(List<@Nullable String> cells) {
        return Json.write(Map.of(NAME, cells));
    }

    static List<@Nullable String> read(String json) {
        List<@Nullable String> cells = new ArrayList<>();
        if (Json.readObject(json).get(NAME) instanceof List<?> list) {
            list.forEach(cell -> cells.add(cell == null ? null : cell.toString()));
        }
        return cells;
    }
}
