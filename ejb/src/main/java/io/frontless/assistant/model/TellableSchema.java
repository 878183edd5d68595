package io.frontless.assistant.model;

import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a model may know of a schema that the person sees: not the fields that are marked so, nor what is computed of them. Of a very large schema, the
 * tables that the sentence is about.
 *
 * @param titled the entities of which a model may be told what people call a record
 */
record TellableSchema(List<EntityView> entities, Set<String> titled) {

    /** A word of a sentence or a label that says something. */
    private static final int WORD_CHARS_MIN = 4;

    TellableSchema {
        entities = List.copyOf(entities);
        titled = Set.copyOf(titled);
    }

    static TellableSchema of(SchemaView schema, String sentence) {
        List<EntityView> tellable = schema.entities().stream()
                .map(entity -> entity.without(hidden(entity)))
                .toList();
        return new TellableSchema(
                tellable.size() <= Limits.MODEL_ENTITIES_MAX ? tellable : closest(tellable, sentence),
                schema.entities().stream()
                        .filter(TellableSchema::isTitled)
                        .map(EntityView::key)
                        .collect(Collectors.toSet()));
    }

    Optional<EntityView> entity(String key) {
        return entities.stream().filter(entity -> entity.key().equals(key)).findFirst();
    }

    /** What people call an entity. */
    String label(String key) {
        return entity(key).map(EntityView::label).orElse(key);
    }

    /** As a model reads it. */
    String json() {
        return Json.write(
                Map.of("entities", entities.stream().map(TellableSchema::json).toList()));
    }

    /** Records are called by a field that may be told, and that does not lend its name from another table, where it may be marked. */
    private static boolean isTitled(EntityView entity) {
        Set<String> hidden = hidden(entity);
        return entity.titleField()
                .filter(field -> !hidden.contains(field.key()) && field.type() != FieldType.REFERENCE)
                .isPresent();
    }

    /** The keys of the marked fields, and of those whose formula names one of them, directly or not. */
    private static Set<String> hidden(EntityView entity) {
        Set<String> hidden = entity.fields().stream()
                .filter(field -> field.rules().neverToModel())
                .map(FieldSpec::key)
                .collect(Collectors.toCollection(HashSet::new));
        int before;
        do {
            before = hidden.size();
            entity.fields().stream()
                    .filter(field -> field.computed()
                            && mentions(String.valueOf(field.rules().formula()), hidden))
                    .forEach(field -> hidden.add(field.key()));
        } while (hidden.size() > before);
        return hidden;
    }

    private static boolean mentions(String formula, Set<String> keys) {
        return keys.stream().anyMatch(key -> Pattern.compile("\\b" + Pattern.quote(key) + "\\b")
                .matcher(formula)
                .find());
    }

    /** Those that have most words with the sentence in common. */
    private static List<EntityView> closest(List<EntityView> entities, String sentence) {
        Set<String> words = words(sentence);
        return entities.stream()
                .sorted(Comparator.comparingLong((EntityView entity) -> -common(entity, words)))
                .limit(Limits.MODEL_ENTITIES_MAX)
                .toList();
    }

    private static long common(EntityView entity, Set<String> words) {
        List<String> names = new ArrayList<>(List.of(entity.label()));
        entity.fields().forEach(field -> {
            names.add(field.label());
            names.addAll(field.options());
        });
        long inLabel = words(entity.label()).stream().filter(words::contains).count();
        return 10 * inLabel
                + words(String.join(" ", names)).stream()
                        .filter(words::contains)
                        .count();
    }

    /** Words by what they begin with, which singular and plural share. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)) {
            if (word.length() >= WORD_CHARS_MIN) {
                words.add(word.substring(0, WORD_CHARS_MIN));
            }
        }
        return words;
    }

    private static Map<String, @Nullable Object> json(EntityView entity) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("entity", entity.key());
        json.put("label", entity.label());
        json.put("fields", entity.fields().stream().map(TellableSchema::json).toList());
        return json;
    }

    private static Map<String, @Nullable Object> json(FieldSpec field) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("field", field.key());
        json.put("label", field.label());
        json.put("type", field.type().wireName());
        json.put("required", field.required() ? true : null);
        json.put("computed", field.computed() ? true : null);
        json.put("options", field.options().isEmpty() ? null : field.options());
        json.put("target", field.target());
        json.values().removeIf(value -> value == null);
        return json;
    }
}
