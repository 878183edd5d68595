package io.frontless.operation;

import io.frontless.kernel.Limits;
import io.frontless.kernel.Rejection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a field is: {@code options} belong to a choice and only to it, {@code target} (the key of another entity) to a reference. A field with a
 * formula is computed: it is never written, and so neither required nor unique.
 *
 * @param key the lasting name, see {@link Keys}
 * @param label what people call it
 */
public record FieldSpec(
        String key,
        String label,
        FieldType type,
        boolean required,
        boolean unique,
        List<String> options,
        @Nullable String target,
        FieldRules rules) {

    public FieldSpec {
        Keys.require("field", key);
        if (label.isBlank() || label.length() > Limits.TEXT_CHARS_MAX) {
            throw Rejection.invalid("label", "1 to " + Limits.TEXT_CHARS_MAX + " characters", label);
        }
        if (unique && type == FieldType.LONG_TEXT) {
            throw Rejection.invalid(key + ".unique", "false, since long texts are not compared", unique);
        }
        options = List.copyOf(options);
        requireOptions(key, type, options);
        if ((type == FieldType.REFERENCE) != (target != null)) {
            throw Rejection.invalid(key + ".target", "the entity a reference points to, and only for one", target);
        }
        rules.requireFit(key, type);
        if (rules.formula() != null && (required || unique)) {
            throw Rejection.invalid(key + ".formula", "none where a value is required or unique", rules.formula());
        }
    }

    /** An optional field of a simple type. */
    public static FieldSpec of(String key, String label, FieldType type) {
        return new FieldSpec(key, label, type, false, false, List.of(), null, FieldRules.NONE);
    }

    /** An optional choice. */
    public static FieldSpec choice(String key, String label, List<String> options) {
        return new FieldSpec(key, label, FieldType.CHOICE, false, false, options, null, FieldRules.NONE);
    }

    /** An optional reference to another entity. */
    public static FieldSpec reference(String key, String label, String target) {
        return new FieldSpec(key, label, FieldType.REFERENCE, false, false, List.of(), target, FieldRules.NONE);
    }

    /** This field, required and unique: what its entity's records are told apart by. */
    public FieldSpec identifying() {
        return demanding(true, true);
    }

    /** This field, required and unique or not. */
    public FieldSpec demanding(boolean beRequired, boolean beUnique) {
        return new FieldSpec(key, label, type, beRequired, beUnique, options, target, rules);
    }

    /** This field under another label. */
    public FieldSpec labelled(String other) {
        return new FieldSpec(key, other, type, required, unique, options, target, rules);
    }

    /** This choice of other options. */
    public FieldSpec offering(List<String> others) {
        return new FieldSpec(key, label, type, required, unique, others, target, rules);
    }

    /** This field with these rules instead of its own. */
    public FieldSpec ruledBy(FieldRules others) {
        return new FieldSpec(key, label, type, required, unique, options, target, others);
    }

    /** Whether its value is computed by a formula and never written. */
    public boolean computed() {
        return rules.formula() != null;
    }

    /** Reads a field as plans and events write it; {@code key} may be left out and is then made of the label. */
    public static FieldSpec from(Params params) {
        String label = params.text("label");
        String key = params.optionalText("key").orElseGet(() -> Keys.from(label));
        FieldType type = params.choice("type", FieldType.class);
        FieldSpec spec = new FieldSpec(
                key,
                label,
                type,
                params.flag("required"),
                params.flag("unique"),
                params.texts("options"),
                params.optionalText("target").orElse(null),
                FieldRules.from(params));
        params.requireAllRead();
        return spec;
    }

    /** The form read by {@link #from}. */
    public Map<String, @Nullable Object> params() {
        Map<String, @Nullable Object> params = new LinkedHashMap<>();
        params.put("key", key);
        params.put("label", label);
        params.put("type", type.wireName());
        params.put("required", required);
        params.put("unique", unique);
        if (!options.isEmpty()) {
            params.put("options", options);
        }
        if (target != null) {
            params.put("target", target);
        }
        params.putAll(rules.params());
        return params;
    }

    private static void requireOptions(String key, FieldType type, List<String> options) {
        String name = key + ".options";
        if (type != FieldType.CHOICE) {
            if (!options.isEmpty()) {
                throw Rejection.invalid(name, "none, since only a choice has options", options);
            }
            return;
        }
        if (options.isEmpty() || options.size() > Limits.OPTIONS_MAX) {
            throw Rejection.invalid(name, "1 to " + Limits.OPTIONS_MAX + " options", options.size());
        }
        HashSet<String> seen = new HashSet<>();
        for (String option : options) {
            if (option.isBlank() || option.length() > Limits.TEXT_CHARS_MAX) {
                throw Rejection.invalid(name, "options of 1 to " + Limits.TEXT_CHARS_MAX + " characters", option);
            }
            if (!seen.add(option.toLowerCase(Locale.ROOT))) {
                throw Rejection.invalid(name, "options that differ", option);
            }
        }
    }
}
