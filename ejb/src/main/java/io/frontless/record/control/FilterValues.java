package io.frontless.record.control;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.record.entity.RecordSearch.Column;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values that a filter compares with, as the field's typed column holds them. */
final class FilterValues {

    private static final String ME = "@me";
    private static final String MY_NAME = "@me.name";
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final Viewpoint view;
    private final BiFunction<FieldSpec, String, Optional<UUID>> titled;

    /** @param titled the living record that a reference field's target knows by this unique title */
    FilterValues(Viewpoint view, BiFunction<FieldSpec, String, Optional<UUID>> titled) {
        this.view = view;
        this.titled = titled;
    }

    /** Whether a field's values are compared as texts. */
    static boolean isText(FieldSpec field) {
        return TypedRow.column(field.type()) == Column.TEXT;
    }

    /** The value; none where it names the caller, whom no record stands for. What is not of the field's type is refused as INVALID. */
    Optional<Object> typed(String path, FieldSpec field, Object value) {
        if (field.type() == FieldType.REFERENCE) {
            return reference(path, field, value);
        }
        if (isText(field)) {
            return Optional.of(TypedRow.folded(mine(text(path, value))));
        }
        Object normal = FieldValue.normal(field, absolute(path, field, value));
        if (normal == null) {
            throw Rejection.invalid(path, "a value to compare with", "nothing");
        }
        return Optional.of(Comparables.of(field.type(), normal));
    }

    /** An id is compared as it is: whether such a record exists, here or elsewhere, makes no difference that could be told. */
    private Optional<Object> reference(String path, FieldSpec field, Object value) {
        String given = text(path, value);
        String named = mine(given);
        if (References.isId(named)) {
            return Optional.of(UUID.fromString(named));
        }
        Optional<Object> found = titled.apply(field, named).map(id -> id);
        if (found.isEmpty() && named.equals(given)) {
            throw Rejection.invalid(path, "the id or the unique first field of an existing " + field.target(), given);
        }
        return found;
    }

    private String mine(String text) {
        return switch (text) {
            case ME -> view.actor().id().toString();
            case MY_NAME -> view.actor().name();
            default -> text;
        };
    }

    private static String text(String path, Object value) {
        if (!(value instanceof String text) || text.isBlank() || text.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid(path, "a text of 1 to " + Limits.TEXT_CHARS_MAX + " characters", value);
        }
        Json.requireStorable(path, text);
        return text;
    }

    private @Nullable Object absolute(String path, FieldSpec field, Object value) {
        boolean time = field.type() == FieldType.DATETIME;
        if (!(value instanceof String text) || !(time || field.type() == FieldType.DATE)) {
            return value;
        }
        if (time && DATE.matcher(text).matches()) {
            return text + "T00:00:00Z";
        }
        try {
            return Moments.read(text, view.now())
                    .map(moment -> time ? moment.toString() : day(moment))
                    .orElse(text);
        } catch (DateTimeException e) {
            throw Rejection.invalid(path, "a year from 1 to 9999", text);
        }
    }

    private static String day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toString();
    }
}
