package io.frontless.record.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which texts of records begin with some words, of all tables at once: one question that tells which of many names cannot be there, instead of one for each name and table. Texts are
 * compared as everywhere, without regard to case. What was not asked for, or is too much to tell, may be there. Not for several threads.
 */
public final class KnownTexts {

    /** Texts told of one field for one word: what has more is as if it had not been asked for. */
    static final int EACH_MAX = 20;

    private final Map<String, List<String>> fieldsOf = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<Asked, Set<String>> found = new HashMap<>();
    private final Set<Asked> cut = new HashSet<>();

    /** What was worked out of texts that were asked about: one is asked about for each table and field. */
    private final Map<String, Beginning> beginnings = new HashMap<>();

    /** A field of a table, by their keys. */
    public record Place(String entity, String field) {}

    /** A text that begins with a word. */
    public record Begun(Place place, String word, String text) {}

    private record Asked(Place place, String word) {}

    /** A text as it is compared, and the longest word that was asked for with which it begins. */
    private record Beginning(String text, Optional<String> word) {}

    /** Nothing was asked, so anything may be there. */
    public static KnownTexts none() {
        return new KnownTexts(List.of(), List.of(), List.of());
    }

    /**
     * What was found.
     *
     * @param places the fields that were looked through
     * @param words what texts were asked to begin with
     * @param found up to one more than {@value #EACH_MAX} for each of both
     */
    public KnownTexts(List<Place> places, List<String> words, List<Begun> found) {
        places.forEach(place -> fieldsOf.computeIfAbsent(place.entity(), key -> new ArrayList<>())
                .add(place.field()));
        words.forEach(word -> this.words.add(TypedRow.folded(word)));
        Map<Asked, Integer> counts = new HashMap<>();
        for (Begun begun : found) {
            Asked asked = new Asked(begun.place(), TypedRow.folded(begun.word()));
            this.found.computeIfAbsent(asked, key -> new HashSet<>()).add(TypedRow.folded(begun.text()));
            if (counts.merge(asked, 1, Integer::sum) > EACH_MAX) {
                cut.add(asked);
            }
        }
    }

    /** Whether some field of a table may be the text as a whole, or the text is a record's id, of which nothing is known. */
    public boolean mayMention(String entity, String text) {
        if (References.isId(text)) {
            return true;
        }
        Beginning beginning = beginning(text);
        List<String> fields = fieldsOf.getOrDefault(entity, List.of());
        return fields.isEmpty()
                || beginning.word().isEmpty()
                || fields.stream()
                        .map(field -> new Asked(
                                new Place(entity, field), beginning.word().get()))
                        .anyMatch(asked -> cut.contains(asked)
                                || found.getOrDefault(asked, Set.of()).contains(beginning.text()));
    }

    /** Whether a text of a field may begin with another. */
    public boolean mayBegin(String entity, String field, String text) {
        Beginning beginning = beginning(text);
        if (beginning.word().isEmpty()
                || !fieldsOf.getOrDefault(entity, List.of()).contains(field)) {
            return true;
        }
        Asked asked = new Asked(new Place(entity, field), beginning.word().get());
        return cut.contains(asked)
                || found.getOrDefault(asked, Set.of()).stream().anyMatch(known -> known.startsWith(beginning.text()));
    }

    /** Whether a text that was found has this as its first word. */
    public boolean isFirstWord(String word) {
        String first = TypedRow.folded(word);
        return found.entrySet().stream()
                .filter(entry -> entry.getKey().word().equals(first))
                .flatMap(entry -> entry.getValue().stream())
                .anyMatch(text -> text.startsWith(first)
                        && (text.length() == first.length()
                                || !Character.isLetterOrDigit(text.codePointAt(first.length()))));
    }

    private Beginning beginning(String text) {
        return beginnings.computeIfAbsent(text, key -> {
            String folded = TypedRow.folded(key);
            return new Beginning(folded, word(folded));
        });
    }

    /** What begins with the text begins with the word. */
    private Optional<String> word(String text) {
        for (int length = firstWord(text); length > 0; length--) {
            String word = text.substring(0, length);
            if (words.contains(word)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static int firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
