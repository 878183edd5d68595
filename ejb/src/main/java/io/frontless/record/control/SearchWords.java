package io.frontless.record.control;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of texts, as they are stored and searched for: without case and accents, of 2 to {@link Limits#WORD_CHARS_MAX} characters. */
final class SearchWords {

    private static final int CHARS_MIN = 2;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchWords() {}

    /** The first words of a field's value; none of a type that is not searched. */
    static Set<String> of(FieldSpec field, @Nullable Object value, int wordsMax) {
        return value instanceof String text && isSearched(field.type()) ? words(text, wordsMax) : Set.of();
    }

    /** The fields that are searched. */
    static List<String> fields(EntityView entity) {
        return entity.fields().stream()
                .filter(field -> isSearched(field.type()))
                .map(FieldSpec::key)
                .toList();
    }

    /** The first words of a text, in their order. */
    static Set<String> words(String text, int wordsMax) {
        String plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        Set<String> words = new LinkedHashSet<>();
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(plain);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE && words.size() < wordsMax; end = breaks.next()) {
            for (String part : SEPARATORS.split(plain.substring(start, end), -1)) {
                if (part.length() >= CHARS_MIN && words.size() < wordsMax) {
                    words.add(cut(part));
                }
            }
            start = end;
        }
        return words;
    }

    private static String cut(String word) {
        int end = Math.min(word.length(), Limits.WORD_CHARS_MAX);
        boolean split = end < word.length() && Character.isLowSurrogate(word.charAt(end));
        return word.substring(0, split ? end - 1 : end);
    }

    /** Whether the words of such fields are found. */
    static boolean isSearched(FieldType type) {
        return switch (type) {
            case TEXT, LONG_TEXT, CHOICE, EMAIL, PHONE, URL -> true;
            case INTEGER, DECIMAL, MONEY, DATE, DATETIME, BOOLEAN, REFERENCE -> false;
        };
    }
}
