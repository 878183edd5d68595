package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is told before a new record is described: “Rufus must come again for his jab: new visit V-82, …”. The records that it names are those that the new
 * one refers to, by their whole names or with a word such as “her” in the description; what else it tells of the workspace is not understood.
 */
record DescribedStory(Turn turn, EntityView entity, Phrase words, Phrase description, NewValues values) {

    private static final Set<String> THEM = Set.of("him", "her", "them", "he", "she", "they");

    /** Whether all that it names found its field. */
    boolean fits() {
        return words.isRead(this::take);
    }

    private int take(int i) {
        Token token = words.at(i);
        boolean data = token.quoted() || token.text().chars().anyMatch(Character::isDigit);
        if (data || Dates.leading(words.from(i), turn.request().today()).isPresent()) {
            return 0;
        }
        boolean name = token.isWord() && token.text().matches("\\p{Lu}.*") && !Light.isJoining(token);
        if (name) {
            return reference(i);
        }
        return State.leading(turn.schema(), entity, words.from(i)) > 0 ? 0 : 1;
    }

    private int reference(int i) {
        boolean whole = new NamesIn(turn, words)
                .all().stream().anyMatch(name -> name.at(0).equals(words.at(i)));
        boolean meant = description.tokens().stream().anyMatch(token -> token.isOneOf(THEM));
        if (!whole && !meant) {
            return 0;
        }
        List<FieldSpec> references = values.free(entity.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList());
        Optional<Holders.Held> held =
                new Holders(turn, entity, references).leading(words.from(i), Holders.Relation.NONE);
        held.ifPresent(found -> values.give(found.field(), found.value()));
        return held.map(Holders.Held::tokens).orElse(0);
    }
}
