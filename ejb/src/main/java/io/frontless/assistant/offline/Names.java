package io.frontless.assistant.offline;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Compares names as people do: without regard to case, accents, plural, or how words are joined. */
final class Names {

    /** Words that many write so; they are too unlike the right ones, or have too few letters, to be read as slips. */
    private static final Map<String, String> SLIPS = Map.of(
            "adress",
            "address",
            "payed",
            "paid",
            "recieved",
            "received",
            "canceled",
            "cancelled",
            "allready",
            "already",
            // Short forms, not slips.
            "prio",
            "priority",
            "prios",
            "priority",
            "qty",
            "quantity",
            "dept",
            "department");

    /** Words this long may have one slip of the keys, or two; in shorter ones a slip is another word. */
    private static final int LENGTH_FOR_ONE_SLIP = 5;

    private static final int LENGTH_FOR_TWO_SLIPS = 9;
    private static final int LENGTH_FOR_A_SWAP = 4;
    private static final int ASCII_END = 128;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> LONG_PLURALS = List.of("sses", "xes", "ches", "shes", "uses");
    private static final List<String> NO_PLURALS = List.of("ss", "us", "is");
    private static final Map<String, String> IRREGULAR = Map.of(
            "people",
            "person",
            "persons",
            "person",
            "children",
            "child",
            "men",
            "man",
            "women",
            "woman",
            "yes",
            "yes",
            "shelves",
            "shelf",
            "halves",
            "half",
            "loaves",
            "loaf",
            "knives",
            "knife");

    private Names() {}

    /** The words of a name in the singular: {@code orderDetails}, {@code order_detail} and {@code Order details} are the same. */
    static List<String> stems(String name) {
        String plain = withoutAccents(name);
        List<String> words = new ArrayList<>();
        int start = 0;
        int before = ' ';
        for (int at = 0; at < plain.length(); ) {
            int letter = plain.codePointAt(at);
            boolean part = Character.isLetterOrDigit(letter);
            boolean hump =
                    Character.isUpperCase(letter) && (Character.isLowerCase(before) || Character.isDigit(before));
            if (!part || hump) {
                addWord(words, plain, start, at);
                start = part ? at : at + Character.charCount(letter);
            }
            before = letter;
            at += Character.charCount(letter);
        }
        addWord(words, plain, start, plain.length());
        return List.copyOf(words);
    }

    private static String withoutAccents(String name) {
        for (int at = 0; at < name.length(); at++) {
            if (name.charAt(at) >= ASCII_END) {
                return MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD))
                        .replaceAll("");
            }
        }
        return name;
    }

    private static void addWord(List<String> words, String name, int start, int end) {
        if (end > start) {
            String word = name.substring(start, end).toLowerCase(Locale.ROOT);
            words.add(singular(SLIPS.getOrDefault(word, word)));
        }
    }

    static boolean same(String one, String other) {
        List<String> stems = stems(one);
        return !stems.isEmpty() && stems.equals(stems(other));
    }

    /** Whether words are the same but for their endings and small misspellings. */
    static boolean alike(List<String> words, List<String> others) {
        return !words.isEmpty()
                && words.size() == others.size()
                && IntStream.range(0, words.size()).allMatch(i -> alike(words.get(i), others.get(i)));
    }

    /** What words of one family share: {@code cancel} and {@code cancelled}. */
    static String root(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word.toLowerCase(Locale.ROOT));
        stemmer.stem();
        return stemmer.getCurrent();
    }

    /** Whether the word is for who or what does the verb, as “driver” is of “drive”, or is of its family. */
    static boolean isDoneBy(String word, String verb) {
        String root = root(verb);
        String other = root(word);
        return root.length() > 2
                && (other.equals(root)
                        || other.equals(root + "r")
                        || other.equals(root + "er")
                        || other.equals(root + "or"));
    }

    static String singular(String word) {
        String irregular = IRREGULAR.get(word);
        if (irregular != null || !word.endsWith("s")) {
            return irregular == null ? word : irregular;
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.length() > 4 && LONG_PLURALS.stream().anyMatch(word::endsWith)) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.length() > 2 && NO_PLURALS.stream().noneMatch(word::endsWith);
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

    private static boolean alike(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        int shorter = Math.min(one.length(), other.length());
        if (shorter == LENGTH_FOR_A_SWAP && one.length() == other.length() && one.charAt(0) == other.charAt(0)) {
            return distance(one, other) == 1 && sorted(one).equals(sorted(other));
        }
        if (shorter < LENGTH_FOR_ONE_SLIP || one.charAt(0) != other.charAt(0)) {
            return false;
        }
        int slips = shorter < LENGTH_FOR_TWO_SLIPS ? 1 : 2;
        return root(one).equals(root(other)) || distance(one, other) <= slips;
    }

    private static String sorted(String word) {
        char[] letters = word.toCharArray();
        Arrays.sort(letters);
        return String.valueOf(letters);
    }

    /** How many letters were left out, added, mistaken or swapped with their neighbour. */
    private static int distance(String one, String other) {
        int[][] costs = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                costs[i][j] = i == 0 || j == 0 ? i + j : cost(costs, one, other, i, j);
            }
        }
        return costs[one.length()][other.length()];
    }

    private static int cost(int[][] costs, String one, String other, int i, int j) {
        int changed = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(costs[i - 1][j], costs[i][j - 1]) + 1, costs[i - 1][j - 1] + changed);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(least, costs[i - 2][j - 2] + 1) : least;
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

    /** Whether two names have the same words, however they are put together: “game masters” and “gamemaster”. */
    static boolean areSameWords(List<String> name, List<String> other) {
        return String.join("", name).equals(String.join("", other));
    }
}
