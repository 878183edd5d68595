package io.frontless.assistant.model;

import io.frontless.operation.Params;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Where a value of a model's plan comes from: the person, a record or the model. The product finds that out from what it knows: what the person said, and what the model was shown. What
 * the model would say of it is not asked for.
 *
 * @param step the step's id
 * @param field what it is the value of
 */
public record ValueOrigin(String step, String field, String value, Source source) {

    /** Whose value it is. */
    public enum Source {
        /** The person has said it in these words. */
        PERSON,
        /** The planner inside has made it of the person's words by its rules, such as a date of “tomorrow”. */
        DERIVED,
        /** It stands in a record, or is one that the person has not named; of a model's, in a record that it was shown. */
        RECORD,
        /** The field has it where nothing is said. */
        DEFAULT,
        /** A formula makes it of other values. */
        COMPUTED,
        /** It is taken back, and the log has what was there before. */
        LOG,
        /** None of these: the model has made it of something. */
        MODEL
    }

    /** What tells it from the plan's other values. */
    public String key() {
        return key(step, field);
    }

    /** Of the value that a step writes to a field, such as {@code s1.amount}. */
    public static String key(String step, String field) {
        return step + "." + field;
    }

    /** As JSON. */
    public Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", step);
        json.put("field", field);
        json.put("value", value);
        json.put("source", source.name());
        return json;
    }

    static ValueOrigin read(Params json) {
        return new ValueOrigin(
                json.text("step"), json.text("field"), json.longText("value"), Source.valueOf(json.text("source")));
    }

    /** Whether a text stands in another, as whole words and however it is punctuated. */
    public static boolean within(String text, String other) {
        String words = words(text);
        return !words.isBlank() && words(other).contains(words);
    }

    private static String words(String text) {
        return " "
                + text.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip() + " ";
    }
}
