package io.frontless.assistant.model;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.offline.SchemaMentions;
import io.frontless.kernel.Json;
import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import io.frontless.schema.control.SchemaView;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a model may know of a schema that the person sees: not the fields that are marked so, nor what is computed of them. Of a very large schema,
 * the tables that the sentence is about, and only the names of the others.
 *
 * @param entities those of which only the name is told have no fields
 * @param titled the entities of which a model may be told what people call a record
 */
record TellableSchema(List<EntityView> entities, Set<String> titled) {

    TellableSchema {
        entities = List.copyOf(entities);
        titled = Set.copyOf(titled);
    }

    static TellableSchema of(PlanningRequest request) {
        SchemaView schema = request.schema();
        List<EntityView> tellable = schema.entities().stream()
                .map(entity -> entity.without(hidden(entity)))
                .toList();
        return new TellableSchema(
                tellable.size() <= Limits.MODEL_ENTITIES_MAX ? tellable : trimmed(tellable, request),
                schema.entities().stream()
                        .filter(TellableSchema::isTitled)
                        .map(EntityView::key)
                        .collect(Collectors.toSet()));
    }

    /** Those of which more than the name is told. */
    List<EntityView> whole() {
        return entities.stream().filter(entity -> !entity.fields().isEmpty()).toList();
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

    /**
     * Whole those that the sentence or the turn before is about, as the planner inside links its words, and those that they refer to; of the others the names, so that
     * a model can say which one it lacks.
     */
    private static List<EntityView> trimmed(List<EntityView> tellable, PlanningRequest request) {
        SchemaView schema = new SchemaView(tellable, request.schema().takenKeys());
        Set<String> meant = new LinkedHashSet<>();
        request.lastMentioned().forEach(mention -> meant.add(mention.entity()));
        meant.addAll(SchemaMentions.in(schema, request.sentence()));
        List<String> named = List.copyOf(meant);
        named.stream().flatMap(key -> schema.entity(key).stream()).forEach(entity -> entity.fields().stream()
                .flatMap(field -> Stream.ofNullable(field.target()))
                .forEach(meant::add));
        Set<String> whole = meant.stream().limit(Limits.MODEL_ENTITIES_MAX).collect(Collectors.toSet());
        List<EntityView> told = new ArrayList<>();
        tellable.stream().filter(entity -> whole.contains(entity.key())).forEach(told::add);
        tellable.stream()
                .filter(entity -> !whole.contains(entity.key()))
                .limit(Limits.MODEL_NAMES_MAX)
                .forEach(entity -> told.add(entity.with(List.of())));
        return told;
    }

    private static Map<String, @Nullable Object> json(EntityView entity) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("entity", entity.key());
        json.put("label", entity.label());
        if (!entity.fields().isEmpty()) {
            json.put(
                    "fields", entity.fields().stream().map(TellableSchema::json).toList());
        }
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
