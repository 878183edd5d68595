package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People by a part of their names, whichever table has them: who owns deals may be given a task. */
record KnownPeople(Turn turn) {

    /** Words for who does something that end like no doer. */
    private static final Set<String> DOING = Set.of(
            "lead",
            "assistant",
            "chair",
            "deputy",
            "host",
            "coach",
            "guide",
            "cook",
            "judge",
            "secretary",
            "substitute");

    /** Somebody, and how many tokens name them. */
    record Known(String name, int tokens) {}

    /** Whether a text says who does something, by its name: “Owner”, “Lead”, “Drawn by”. */
    static boolean isSomebody(EntityView entity, FieldSpec field) {
        boolean title = entity.titleField().equals(Optional.of(field));
        List<String> label = Names.stems(field.label());
        boolean by = label.size() > 1 && label.get(label.size() - 1).equals("by");
        return field.type() == FieldType.TEXT
                && !title
                && (by
                        || label.stream().anyMatch(DOING::contains)
                        || Roles.person(entity).contains(field));
    }

    /** Whom the phrase begins with; empty where nobody is called so, or several are. */
    Optional<Known> leading(Phrase phrase) {
        try {
            Set<Known> found = called(phrase);
            return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    /** All whom the phrase may begin with; a question where several of one table are called so. */
    Set<Known> called(Phrase phrase) {
        Set<Known> found = new LinkedHashSet<>();
        for (EntityView entity : turn.schema().entities()) {
            List<FieldSpec> people = entity.fields().stream()
                    .filter(field -> isSomebody(entity, field))
                    .toList();
            if (!people.isEmpty()) {
                new Holders(turn, entity, people)
                        .leading(phrase, Holders.Relation.BY)
                        .ifPresent(held -> found.add(new Known(String.valueOf(held.value()), held.tokens())));
            }
        }
        return found;
    }
}
