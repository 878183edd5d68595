package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What kind of record is to be added.
 *
 * @param states what is said of it by its noun: “a critical defect”, “a laptop”
 * @param several whether the noun is a plural
 * @param described what follows the noun
 */
record NewThing(EntityView entity, List<State> states, boolean several, Phrase described) {

    private static final int BEFORE_MAX = 4;
    private static final int RECORDS_MAX = 1;

    /** What the words begin with: a table, an option that only one table has, or a new number like those of one table. */
    static Optional<NewThing> leading(Turn turn, Phrase rest) {
        return byTable(turn, rest).or(() -> byOption(turn, rest)).or(() -> byNumber(turn, rest));
    }

    private static Optional<NewThing> byTable(Turn turn, Phrase rest) {
        for (int start = 0; start < Math.min(BEFORE_MAX, rest.size()); start++) {
            Optional<SchemaLinker.Named<EntityView>> named = turn.schema().leadingEntity(rest.from(start));
            if (named.isEmpty()) {
                continue;
            }
            EntityView entity = named.get().thing();
            Optional<State> state = start == 0 ? Optional.empty() : State.read(turn.schema(), entity, rest.to(start));
            if (start > 0 && state.filter(found -> !found.not()).isEmpty()) {
                return Optional.empty();
            }
            int end = start + named.get().length();
            return Optional.of(new NewThing(
                    entity, state.map(List::of).orElse(List.of()), isPlural(rest.at(end - 1)), rest.from(end)));
        }
        return Optional.empty();
    }

    private static Optional<NewThing> byOption(Turn turn, Phrase rest) {
        if (rest.isEmpty() || !rest.at(0).isWord()) {
            return Optional.empty();
        }
        String word = Names.singular(rest.at(0).text().toLowerCase(Locale.ROOT));
        List<NewThing> found = turn.schema().entities().stream()
                .flatMap(entity -> turn.schema().states(entity, Phrase.quoted(word)).stream()
                        .filter(state -> state.field().type() == FieldType.CHOICE && !state.not())
                        .map(state -> new NewThing(entity, List.of(state), isPlural(rest.at(0)), rest.from(1))))
                .toList();
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static Optional<NewThing> byNumber(Turn turn, Phrase rest) {
        boolean described = rest.size() > 2 && !rest.at(1).is("as");
        if (!described || !Description.isNumber(rest.at(0))) {
            return Optional.empty();
        }
        String prefix = rest.at(0).text().replaceFirst("\\d.*", "");
        List<EntityView> found = turn.schema().entities().stream()
                .filter(entity -> entity.titleField()
                        .filter(title -> title.type() == FieldType.TEXT && hasAny(turn, entity, title, prefix))
                        .isPresent())
                .toList();
        boolean several = IntStream.range(1, rest.size())
                .anyMatch(i -> Description.isNumber(rest.at(i))
                        && rest.at(i).text().startsWith(prefix)
                        && rest.to(i).tokens().stream().anyMatch(token -> token.is("and")));
        return found.size() == 1 && prefix.length() > 1
                ? Optional.of(new NewThing(found.get(0), List.of(), several, rest))
                : Optional.empty();
    }

    private static boolean hasAny(Turn turn, EntityView entity, FieldSpec title, String prefix) {
        Filter begun = Filter.compare(title.key(), Comparison.STARTS_WITH, prefix);
        return !turn.request()
                .records()
                .find(RecordQuery.where(entity.key(), begun, RECORDS_MAX))
                .isEmpty();
    }

    private static boolean isPlural(Token noun) {
        String word = noun.text().toLowerCase(Locale.ROOT);
        return !word.equals(Names.singular(word));
    }
}
