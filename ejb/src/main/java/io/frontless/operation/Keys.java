package io.frontless.operation;

import io.frontless.kernel.Rejection;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The lasting names of entities and fields: lower case, at most 60 characters. A label may change, its key never does,
 * which is why events and plans speak in keys.
 */
public final class Keys {

    private static final int CHARS_MAX = 60;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,59}");

    private Keys() {}

    /** The key as given, or a rejection that names the parameter. */
    public static String require(String name, String key) {
        if (!KEY.matcher(key).matches()) {
            throw Rejection.invalid(name, "a key of a-z, 0-9 and _ that starts with a letter (60 at most)", key);
        }
        return key;
    }

    /** Makes a key of what a person calls a thing: {@code "Due date"} becomes {@code due_date}, {@code customerID} {@code customer_id}. */
    public static String from(String label) {
        String plain = Normalizer.normalize(label, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        String words = plain.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
        String key = words.replaceAll("[^a-z0-9]+", "_").replaceAll("^_+|_+$", "");
        if (key.isEmpty() || !Character.isLetter(key.charAt(0))) {
            key = "f_" + key;
        }
        return key.length() <= CHARS_MAX ? key : key.substring(0, CHARS_MAX);
    }
}
