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

    /** Somebody, and how many tokens name them. */
    record Known(String name, int tokens) {}

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
            List<FieldSpec> people = Roles.person(entity).stream()
                    .filter(field -> field.type() == FieldType.TEXT)
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
