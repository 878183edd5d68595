package io.frontless.assistant.offline;

import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The entities that a sentence speaks of, by the words that the planner links to their names, their fields and their options. Each is looked for by itself, so
 * that words which could mean several mean all of them.
 */
public final class SchemaMentions {

    /** A named entity is meant, however many fields of others are called like its words. */
    private static final int NAMED = 1_000;

    /** Later words of a very long sentence name nothing new; each is looked up in each entity. */
    private static final int WORDS_MAX = 120;

    private SchemaMentions() {}

    /** Their keys, the most spoken of first. */
    public static List<String> in(SchemaView schema, String sentence) {
        Phrase words = words(sentence);
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (EntityView entity : schema.entities()) {
            int score = score(entity, words);
            if (score > 0) {
                scores.put(entity.key(), score);
            }
        }
        return scores.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Phrase words(String sentence) {
        try {
            Phrase words = Sentence.read(sentence).words();
            return words.to(Math.min(words.size(), WORDS_MAX));
        } catch (Unclear openQuotes) {
            return Phrase.quoted(sentence);
        }
    }

    private static int score(EntityView entity, Phrase words) {
        SchemaLinker linker =
                new SchemaLinker(new SchemaView(List.of(entity), Set.of(entity.key())), Care.LENIENT, new Effort());
        int score = 0;
        for (int start = 0; start < words.size(); start++) {
            score += score(linker, entity, words.from(start));
        }
        return score;
    }

    private static int score(SchemaLinker linker, EntityView entity, Phrase rest) {
        try {
            if (linker.leadingEntity(rest).isPresent()) {
                return NAMED;
            }
            boolean field = linker.leadingField(entity, rest).isPresent();
            return field || !linker.states(entity, rest.to(1)).isEmpty() ? 1 : 0;
        } catch (Unclear several) {
            return 1;
        }
    }
}
