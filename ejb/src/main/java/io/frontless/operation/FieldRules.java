package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a field demands of its values beyond their type. Whether values, the default among them, meet it is checked where the schema is known.
 *
 * @param ifMissing what a record gets that is created without a value; a text, number or boolean
 * @param range of numbers and dates
 * @param length of texts, in characters
 * @param pattern an RE2 expression that the whole of a text must match
 * @param onDelete what becomes of a reference whose target is deleted
 * @param formula a CEL expression over the same record's fields by key; the field is then computed
 * @param neverToModel whether no model may be told of the field or its values
 */
public record FieldRules(
        @Nullable Object ifMissing,
        Range range,
        Length length,
        @Nullable String pattern,
        OnDelete onDelete,
        @Nullable String formula,
        boolean neverToModel) {

    /** No rules. */
    public static final FieldRules NONE =
            new FieldRules(null, Range.ANY, Length.ANY, null, OnDelete.REFUSE, null, false);

    private static final Set<FieldType> NUMBERS = EnumSet.of(FieldType.INTEGER, FieldType.DECIMAL, FieldType.MONEY);
    private static final Set<FieldType> TIMES = EnumSet.of(FieldType.DATE, FieldType.DATETIME);
    private static final Set<FieldType> TEXTS =
            EnumSet.of(FieldType.TEXT, FieldType.LONG_TEXT, FieldType.EMAIL, FieldType.PHONE, FieldType.URL);

    /** From {@code min} to {@code max}, both included, each a number or a date in its text form; null for no bound. */
    public record Range(@Nullable Object min, @Nullable Object max) {

        /** Without bounds. */
        public static final Range ANY = new Range(null, null);
    }

    /** From {@code min} to {@code max} characters, both included; null for no bound of the field's own. */
    public record Length(@Nullable Integer min, @Nullable Integer max) {

        /** Without bounds. */
        public static final Length ANY = new Length(null, null);

        public Length {
            if (min != null && max != null && min > max) {
                throw Rejection.invalid("minLength", "at most maxLength, " + max, min);
            }
        }
    }

    public FieldRules {
        if (pattern != null && pattern.length() > Limits.PATTERN_CHARS_MAX) {
            throw Rejection.invalid("pattern", "at most " + Limits.PATTERN_CHARS_MAX + " characters", pattern);
        }
        if (formula != null && (formula.isBlank() || formula.length() > Limits.FORMULA_CHARS_MAX)) {
            throw Rejection.invalid("formula", "1 to " + Limits.FORMULA_CHARS_MAX + " characters", formula);
        }
    }

    /** These rules with another default. */
    public FieldRules orElse(@Nullable Object other) {
        return new FieldRules(other, range, length, pattern, onDelete, formula, neverToModel);
    }

    /** These rules with a range. */
    public FieldRules within(@Nullable Object min, @Nullable Object max) {
        return new FieldRules(ifMissing, new Range(min, max), length, pattern, onDelete, formula, neverToModel);
    }

    /** These rules with bounds of length. */
    public FieldRules ofLength(@Nullable Integer min, @Nullable Integer max) {
        return new FieldRules(ifMissing, range, new Length(min, max), pattern, onDelete, formula, neverToModel);
    }

    /** These rules with a pattern. */
    public FieldRules matching(String other) {
        return new FieldRules(ifMissing, range, length, other, onDelete, formula, neverToModel);
    }

    /** These rules with another fate of references. */
    public FieldRules onDelete(OnDelete other) {
        return new FieldRules(ifMissing, range, length, pattern, other, formula, neverToModel);
    }

    /** These rules with a formula. */
    public FieldRules computedBy(String other) {
        return new FieldRules(ifMissing, range, length, pattern, onDelete, other, neverToModel);
    }

    /** These rules, for a field that models are told of or not. */
    public FieldRules keptFromModels(boolean other) {
        return new FieldRules(ifMissing, range, length, pattern, onDelete, formula, other);
    }

    /** What stays of these rules where a field gets another type: those that mean something there. */
    public FieldRules keptFor(FieldType type) {
        return new FieldRules(
                null,
                NUMBERS.contains(type) || TIMES.contains(type) ? range : Range.ANY,
                TEXTS.contains(type) ? length : Length.ANY,
                TEXTS.contains(type) ? pattern : null,
                type == FieldType.REFERENCE ? onDelete : OnDelete.REFUSE,
                formula,
                neverToModel);
    }

    /** Reads rules that were kept by themselves. */
    public static FieldRules read(Map<String, @Nullable Object> kept) {
        return from(new Params("rules", kept));
    }

    static FieldRules from(Params params) {
        return new FieldRules(
                params.optionalValue("default").map(FieldRules::scalar).orElse(null),
                new Range(
                        params.optionalValue("min").orElse(null),
                        params.optionalValue("max").orElse(null)),
                new Length(length(params, "minLength"), length(params, "maxLength")),
                params.optionalText("pattern").orElse(null),
                params.has("onDelete") ? params.choice("onDelete", OnDelete.class) : OnDelete.REFUSE,
                params.has("formula") ? params.longText("formula") : null,
                params.flag("neverToModel"));
    }

    /** The form read back by the field; only what is there. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("default", ifMissing);
        params.put("min", range.min());
        params.put("max", range.max());
        params.put("minLength", number(length.min()));
        params.put("maxLength", number(length.max()));
        params.put("pattern", pattern);
        params.put("onDelete", onDelete == OnDelete.REFUSE ? null : onDelete.wireName());
        params.put("formula", formula);
        params.put("neverToModel", neverToModel ? true : null);
        params.values().removeIf(value -> value == null);
        return params;
    }

    /** Refuses a rule that means nothing for a type. */
    void requireFit(String key, FieldType type) {
        boolean number = NUMBERS.contains(type);
        requireBound(key + ".min", number, TIMES.contains(type), range.min());
        requireBound(key + ".max", number, TIMES.contains(type), range.max());
        if (!TEXTS.contains(type) && (!length.equals(Length.ANY) || pattern != null)) {
            throw Rejection.invalid(key, "minLength, maxLength and pattern for texts only", type.wireName());
        }
        if (type != FieldType.REFERENCE && onDelete != OnDelete.REFUSE) {
            throw Rejection.invalid(key + ".onDelete", "nothing, except for a reference", onDelete.wireName());
        }
        if (type == FieldType.REFERENCE && ifMissing != null) {
            throw Rejection.invalid(key + ".default", "none for a reference", ifMissing);
        }
        if (formula != null) {
            requireComputable(key, type);
        }
    }

    private void requireComputable(String key, FieldType type) {
        boolean plain = type != FieldType.REFERENCE && type != FieldType.CHOICE;
        if (!plain || !keptFromModels(false).equals(NONE.computedBy(String.valueOf(formula)))) {
            throw Rejection.invalid(
                    key + ".formula", "neither a choice nor a reference, and no other rule", type.wireName());
        }
    }

    private static void requireBound(String name, boolean number, boolean time, @Nullable Object bound) {
        boolean fits = bound == null || (number && bound instanceof BigDecimal) || (time && bound instanceof String);
        if (!fits) {
            throw Rejection.invalid(name, number ? "a number" : time ? "a date" : "none for this type", bound);
        }
    }

    private static Object scalar(Object value) {
        if (value instanceof String || value instanceof BigDecimal || value instanceof Boolean) {
            return value;
        }
        throw Rejection.invalid("default", "a text, a number, true or false", value);
    }

    private static @Nullable Integer length(Params params, String name) {
        return params.optionalWholeNumber(name, 0, Limits.LONG_TEXT_CHARS_MAX)
                .map(Math::toIntExact)
                .orElse(null);
    }

    private static @Nullable BigDecimal number(@Nullable Integer length) {
        return length == null ? null : BigDecimal.valueOf(length);
    }
}
