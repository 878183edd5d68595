package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A word that says how a record is: an option such as “paid”, or the name of a yes-or-no field such as “active”.
 *
 * @param not whether it says the opposite; for a yes-or-no field the value already does
 */
record State(FieldSpec field, Object value, boolean not) {

    /** The state that the phrase names; a question where several fields have it. */
    static Optional<State> read(EntityView entity, Phrase phrase) {
        List<State> states = new ArrayList<>();
        boolean negated = phrase.size() > 1 && phrase.startsWith("not");
        Phrase word = negated ? phrase.from(1) : phrase;
        for (FieldSpec field : entity.fields()) {
            of(field, word.text(), word)
                    .map(state -> negated ? state.opposite() : state)
                    .ifPresent(states::add);
        }
        if (states.size() > 1) {
            throw Unclear.ask(
                    "“%s” could be the %s. Name the field, too."
                            .formatted(
                                    phrase.text(),
                                    SchemaLinker.join(states.stream()
                                            .map(state -> state.field().label())
                                            .toList())),
                    List.of());
        }
        return states.stream().findFirst();
    }

    /** How many of the first tokens name a state; 0 where none do. */
    static int leading(EntityView entity, Phrase phrase) {
        for (int length = Math.min(4, phrase.size()); length > 0; length--) {
            Phrase words = phrase.to(length);
            if (words.tokens().stream().noneMatch(Token::quoted)
                    && read(entity, words).isPresent()) {
                return length;
            }
        }
        return 0;
    }

    Filter condition() {
        return new Filter.Compare(field.key(), not ? Comparison.NE : Comparison.EQ, value);
    }

    private State opposite() {
        return value instanceof Boolean yes ? new State(field, !yes, false) : new State(field, value, !not);
    }

    private static Optional<State> of(FieldSpec field, String word, Phrase phrase) {
        if (field.type() == FieldType.CHOICE) {
            Optional<State> option = ValueReader.option(field, phrase).map(value -> new State(field, value, false));
            return option.or(() -> field.options().stream()
                    .filter(value -> word.equalsIgnoreCase("un" + value))
                    .map(value -> new State(field, value, true))
                    .findFirst());
        }
        if (field.type() != FieldType.BOOLEAN) {
            return Optional.empty();
        }
        String name = field.label().toLowerCase(Locale.ROOT).replaceFirst("^(is|has) ", "");
        if (Names.same(name, word)) {
            return Optional.of(new State(field, true, false));
        }
        return Names.same("un" + name, word) || Names.same("in" + name, word)
                ? Optional.of(new State(field, false, false))
                : Optional.empty();
    }
}
