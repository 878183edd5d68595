package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A word that says how a record is: an option such as “paid”, or the name of a yes-or-no field such as “active”.
 *
 * @param not whether it says the opposite; for a yes-or-no field the value already does
 */
record State(FieldSpec field, Object value, boolean not) {

    private static final int TOKENS_MAX = 5;
    private static final Set<String> NEGATIONS =
            Set.of("not", "isn't", "isn’t", "aren't", "aren’t", "wasn't", "weren't", "never", "non");

    private static final Set<String> STILL = Set.of("yet", "already", "currently", "been");

    /** How many tokens of a phrase say no: “not”, “no longer”, “is not”. */
    static int negation(Phrase phrase) {
        if (phrase.size() > 1 && phrase.startsWithOneOf(NEGATIONS)) {
            return phrase.size() > 2 && phrase.at(1).isOneOf(STILL) ? 2 : 1;
        }
        boolean longer =
                phrase.size() > 2 && phrase.startsWith("no") && phrase.at(1).isOneOf(Set.of("longer", "more"));
        return longer ? 2 : 0;
    }

    /** The state that the phrase names; a question where several fields have it. */
    static Optional<State> read(SchemaLinker schema, EntityView entity, Phrase phrase) {
        int no = negation(phrase);
        Phrase word = phrase.from(no).bare();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        List<State> denied = no > 0 ? denied(schema, entity, word) : List.of();
        List<State> states = !denied.isEmpty()
                ? denied
                : schema.states(entity, word).stream()
                        .map(state -> no > 0 ? state.opposite() : state)
                        .toList();
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

    /** “Not started”, where that is an option itself. */
    private static List<State> denied(SchemaLinker schema, EntityView entity, Phrase word) {
        return schema.states(entity, Phrase.quoted("not " + word.text())).stream()
                .filter(state -> state.field().type() == FieldType.CHOICE && !state.not())
                .toList();
    }

    /** How many of the first tokens name a state; 0 where none do. */
    static int leading(SchemaLinker schema, EntityView entity, Phrase phrase) {
        if (isNewValue(schema, entity, phrase)) {
            return 0;
        }
        for (int length = Math.min(TOKENS_MAX, phrase.size()); length > 0; length--) {
            Phrase words = phrase.to(length);
            boolean text = words.tokens().stream().anyMatch(Token::quoted)
                    || words.at(length - 1).isMark();
            if (!text && read(schema, entity, words).isPresent()) {
                return length;
            }
        }
        return 0;
    }

    /** “Paid yesterday”: the state that a deed makes, where the field tells when that was. */
    static Optional<State> ofDeed(SchemaLinker schema, EntityView entity, FieldSpec day, Phrase said) {
        boolean deed = Roles.isDate(day) && said.size() == 1 && Words.isPast(said.text());
        List<State> states = deed ? schema.states(entity, said) : List.of();
        return states.stream()
                .filter(state -> states.size() == 1 && !state.not())
                .findFirst();
    }

    /** “New deadline 12 October” says no state, also where one is called “new”. */
    static boolean isNewValue(SchemaLinker schema, EntityView entity, Phrase phrase) {
        return phrase.size() > 1
                && phrase.startsWith("new")
                && schema.leadingField(entity, phrase.from(1))
                        .filter(named -> !named.thing().options().contains("new"))
                        .isPresent();
    }

    Filter condition() {
        return new Filter.Compare(field.key(), not ? Comparison.NE : Comparison.EQ, value);
    }

    /** An unticked box may as well have never been touched. */
    Filter negatable() {
        return Boolean.FALSE.equals(value) ? new Filter.Compare(field.key(), Comparison.NE, true) : condition();
    }

    private State opposite() {
        return value instanceof Boolean yes ? new State(field, !yes, false) : new State(field, value, !not);
    }

    /** What a phrase says of one field: “paid”, “unpaid”, “proposal sent”, “low priority”, “private insurance”. */
    static Optional<State> of(SchemaLinker schema, FieldSpec field, Phrase phrase) {
        return field.type() == FieldType.CHOICE
                ? choice(schema, field, phrase)
                : field.type() == FieldType.BOOLEAN ? flag(schema, field, phrase) : Optional.empty();
    }

    private static Optional<State> choice(SchemaLinker schema, FieldSpec field, Phrase phrase) {
        Optional<String> option = schema.option(field, phrase).or(() -> beside(schema, field, phrase));
        String word = phrase.text();
        return option.map(value -> new State(field, value, false)).or(() -> field.options().stream()
                .filter(value -> word.equalsIgnoreCase("un" + value)
                        || word.equalsIgnoreCase("non-" + value)
                        || word.equalsIgnoreCase("not-" + value))
                .map(value -> new State(field, value, true))
                .findFirst());
    }

    /** An option with the field's name after it, or before. */
    private static Optional<String> beside(SchemaLinker schema, FieldSpec field, Phrase phrase) {
        for (int i = 1; i < phrase.size(); i++) {
            if (schema.isCalled(field, phrase.from(i).text())) {
                return schema.option(field, phrase.to(i));
            }
            if (schema.isCalled(field, phrase.to(i).text())) {
                return schema.option(field, phrase.from(i));
            }
        }
        return Optional.empty();
    }

    /** The yes-or-no fields of this name; “accepts new patients” is of what is called “Accepts new”, as a noun of a table only goes on. */
    static List<State> flags(SchemaLinker schema, EntityView entity, Phrase said) {
        List<State> states = schema.states(entity, said).stream()
                .filter(state -> state.value() instanceof Boolean)
                .toList();
        boolean noun = states.isEmpty()
                && said.size() > 2
                && schema.hasEntity(said.at(said.size() - 1).text());
        return noun ? flags(schema, entity, said.to(said.size() - 1)) : states;
    }

    private static Optional<State> flag(SchemaLinker schema, FieldSpec field, Phrase phrase) {
        String word = phrase.text();
        if (schema.isCalled(field, word)) {
            return Optional.of(new State(field, true, false));
        }
        boolean no = Stream.of("un", "in", "non-", "not-", "non")
                .filter(prefix -> word.toLowerCase(Locale.ROOT).startsWith(prefix))
                .anyMatch(prefix -> schema.isCalled(field, word.substring(prefix.length())));
        return no ? Optional.of(new State(field, false, false)) : Optional.empty();
    }
}
