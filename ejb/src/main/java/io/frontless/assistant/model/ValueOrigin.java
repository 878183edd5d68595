package io.frontless.assistant.model;

import java.util.Locale;

/**
 * Where a value of a model's plan comes from. The product finds that out from what it knows: what the person said, and what the model was shown. What
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
        /** It stands in a record that the model was shown, and the person has not said it. */
        RECORD,
        /** Neither: the model has made it of something, such as a date of “tomorrow”. */
        MODEL
    }

    /** Whether a text stands in another, as whole words and however it is punctuated. */
    static boolean within(String text, String other) {
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
