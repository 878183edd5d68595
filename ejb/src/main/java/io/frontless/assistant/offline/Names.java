package io.frontless.assistant.offline;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Compares names as people do: without regard to case, accents, plural, or how words are joined. */
final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HUMP = Pattern.compile("(\\p{Ll}|\\p{N})(\\p{Lu})");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern LONG_PLURAL = Pattern.compile(".*(ss|x|ch|sh|us)es");
    private static final Pattern NO_PLURAL = Pattern.compile(".*(ss|us|is)");
    private static final Map<String, String> IRREGULAR =
            Map.of("people", "person", "persons", "person", "children", "child", "men", "man", "women", "woman");

    private Names() {}

    /** The words of a name in the singular: {@code orderDetails}, {@code order_detail} and {@code Order details} are the same. */
    static List<String> stems(String name) {
        String plain =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        String split = HUMP.matcher(plain).replaceAll("$1 $2").toLowerCase(Locale.ROOT);
        return BETWEEN.splitAsStream(split)
                .filter(word -> !word.isEmpty())
                .map(Names::singular)
                .toList();
    }

    static boolean same(String one, String other) {
        List<String> stems = stems(one);
        return !stems.isEmpty() && stems.equals(stems(other));
    }

    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && LONG_PLURAL.matcher(word).matches()) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 2
                && word.endsWith("s")
                && !NO_PLURAL.matcher(word).matches();
        return plural ? word.substring(0, word.length() - 1) : word;
    }

    /** A name as the middle of a sentence has it, in the plural: {@code Category} becomes {@code categories}. */
    static String plural(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf(' ') + 1;
        String word = lower.substring(last);
        if (!word.equals(singular(word))) {
            return lower;
        }
        return lower.substring(0, last) + pluralWord(word);
    }

    /** A name as a label: {@code due date} becomes {@code Due date}. */
    static String label(String name) {
        return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                + name.substring(name.offsetByCodePoints(0, 1));
    }

    private static String pluralWord(String word) {
        if (word.equals("person")) {
            return "people";
        }
        if (word.matches(".*[^aeiou]y")) {
            return word.substring(0, word.length() - 1) + "ies";
        }
        return word.matches(".*(s|x|ch|sh)") ? word + "es" : word + "s";
    }
}
