package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Links words to entities and fields; where words could mean several, it asks. */
final class SchemaLinker {

    private static final int NAME_TOKENS_MAX = 6;
    private static final Set<String> GENERIC = Set.of("number", "no", "nr", "id", "date", "name", "field", "column");
    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("telephone", "phone"),
            Map.entry("tel", "phone"),
            Map.entry("mail", "email"),
            Map.entry("client", "customer"),
            Map.entry("total", "amount"),
            Map.entry("sum", "amount"),
            Map.entry("deadline", "due"),
            Map.entry("state", "status"),
            Map.entry("comment", "note"),
            Map.entry("remark", "note"),
            Map.entry("site", "website"),
            Map.entry("url", "website"),
            Map.entry("qty", "quantity"));

    /** Something that the first tokens of a phrase name. */
    record Named<T>(T thing, int length) {}

    private final SchemaView schema;

    /** Stems of labels and keys, which one sentence asks for thousands of times. */
    private final Map<String, List<String>> stems = new HashMap<>();

    SchemaLinker(SchemaView schema) {
        this.schema = schema;
    }

    List<EntityView> entities() {
        return schema.entities();
    }

    /** Whether a word of the language, such as “event”, is also what an entity is called. */
    boolean hasEntity(String name) {
        return schema.entities().stream().anyMatch(entity -> Names.same(entity.label(), name));
    }

    /** The entity that the whole phrase names. */
    Optional<EntityView> entity(Phrase phrase) {
        String name = phrase.bare().text();
        List<EntityView> exact = schema.entities().stream()
                .filter(entity ->
                        entity.label().equalsIgnoreCase(name) || entity.key().equalsIgnoreCase(name))
                .toList();
        List<EntityView> found = exact.isEmpty()
                ? schema.entities().stream()
                        .filter(entity -> Names.same(entity.label(), name) || Names.same(entity.key(), name))
                        .toList()
                : exact;
        return only(found, EntityView::label, phrase);
    }

    /** The same, where there must be one. */
    EntityView entityNamed(Phrase phrase) {
        return entity(phrase)
                .orElseThrow(() -> Unclear.say(
                        schema.entities().isEmpty()
                                ? "There are no tables yet, so none called “%s”."
                                        .formatted(phrase.bare().text())
                                : "There is no table “%s”; the tables are %s."
                                        .formatted(
                                                phrase.bare().text(),
                                                join(schema.entities().stream()
                                                        .map(EntityView::label)
                                                        .toList()))));
    }

    /** The entity that the first tokens name, the longest name first. */
    Optional<Named<EntityView>> leadingEntity(Phrase phrase) {
        for (int length = Math.min(phrase.size(), NAME_TOKENS_MAX); length > 0; length--) {
            Phrase name = phrase.to(length);
            if (name.tokens().stream().allMatch(Token::isWord)) {
                Optional<EntityView> entity = entity(name);
                if (entity.isPresent()) {
                    return Optional.of(new Named<>(entity.get(), length));
                }
            }
        }
        return Optional.empty();
    }

    /** The field that the whole phrase names, by its name, by its name without “number” and the like, or by one of its words. */
    Optional<FieldSpec> field(EntityView entity, Phrase phrase) {
        Optional<FieldSpec> named = fieldNamed(entity, phrase);
        if (named.isPresent()) {
            return named;
        }
        Set<String> words = Set.copyOf(Names.stems(phrase.bare().text()));
        if (words.isEmpty()) {
            return Optional.empty();
        }
        List<FieldSpec> containing = entity.fields().stream()
                .filter(field -> stems(field.label()).containsAll(words))
                .toList();
        return only(containing, FieldSpec::label, phrase);
    }

    /** The same, where there must be one. */
    FieldSpec requireField(EntityView entity, Phrase phrase) {
        return field(entity, phrase)
                .orElseThrow(() -> Unclear.say("%s has no field “%s”; its fields are %s."
                        .formatted(
                                entity.label(),
                                phrase.bare().text(),
                                join(entity.fields().stream()
                                        .map(FieldSpec::label)
                                        .toList()))));
    }

    /** The field that the first tokens name, the longest name first. */
    Optional<Named<FieldSpec>> leadingField(EntityView entity, Phrase phrase) {
        for (int length = Math.min(phrase.size(), NAME_TOKENS_MAX); length > 0; length--) {
            Phrase name = phrase.to(length);
            if (name.tokens().stream().allMatch(Token::isWord)) {
                Optional<FieldSpec> field = fieldNamed(entity, name);
                if (field.isPresent()) {
                    return Optional.of(new Named<>(field.get(), length));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the whole phrase names a field of the entity, or several. */
    boolean hasField(EntityView entity, Phrase phrase) {
        return !fieldsNamed(entity, phrase).isEmpty();
    }

    private Optional<FieldSpec> fieldNamed(EntityView entity, Phrase phrase) {
        return only(fieldsNamed(entity, phrase), FieldSpec::label, phrase);
    }

    /** By the whole name, then without “number” and the like, then by synonyms, then by a last word that only one field has. */
    private List<FieldSpec> fieldsNamed(EntityView entity, Phrase phrase) {
        List<String> stems = Names.stems(phrase.bare().text());
        if (stems.isEmpty()) {
            return List.of();
        }
        List<Function<List<String>, List<String>>> views =
                List.of(words -> words, SchemaLinker::withoutGeneric, SchemaLinker::commonWords);
        for (Function<List<String>, List<String>> view : views) {
            List<FieldSpec> found = entity.fields().stream()
                    .filter(field -> view.apply(stems(field.label())).equals(view.apply(stems))
                            || view.apply(stems(field.key())).equals(view.apply(stems)))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        List<FieldSpec> ending = entity.fields().stream()
                .filter(field -> !GENERIC.containsAll(stems) && endsWith(stems(field.label()), stems))
                .toList();
        return ending.size() == 1 ? ending : List.of();
    }

    private List<String> stems(String name) {
        return stems.computeIfAbsent(name, Names::stems);
    }

    private static boolean endsWith(List<String> words, List<String> ending) {
        int from = words.size() - ending.size();
        return from > 0 && words.subList(from, words.size()).equals(ending);
    }

    private static List<String> withoutGeneric(List<String> words) {
        List<String> kept =
                words.stream().filter(word -> !GENERIC.contains(word)).toList();
        return kept.isEmpty() ? words : kept;
    }

    private static List<String> commonWords(List<String> words) {
        return withoutGeneric(words).stream()
                .filter(word -> !word.equals("e"))
                .map(word -> SYNONYMS.getOrDefault(word, word))
                .toList();
    }

    private static <T> Optional<T> only(List<T> found, Function<T, String> label, Phrase phrase) {
        if (found.size() > 1) {
            throw Unclear.ask(
                    "“%s” could be %s. Which one?"
                            .formatted(phrase.text(), found.stream().map(label).collect(Collectors.joining(" or "))),
                    found.stream()
                            .map(thing -> phrase.sentenceWith(label.apply(thing)))
                            .toList());
        }
        return found.stream().findFirst();
    }

    /** Names for an answer, at most ten of them. */
    static String join(List<String> names) {
        String first = names.stream().limit(10).collect(Collectors.joining(", "));
        return names.size() > 10 ? first + " and " + (names.size() - 10) + " more" : first;
    }
}
