package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads records that are called by a day of theirs, where no table is named: “arrivals after 20 Oct” are the stays that arrive then, “which contracts end
 * this year” is asked of whoever has a contract until some day. Only to be shown: to delete an arrival is not to delete the stay.
 */
record DayNouns(Turn turn) {

    private static final Set<String> LEADING = Set.of("the", "our", "all", "any", "which", "what", "next");
    private static final List<Form> WE = List.of(
            Form.of("do|did|have we|i [have|got] <rest>"),
            Form.of("are|is there <rest>"),
            Form.of("are|is due|coming <rest>"));
    private static final Set<String> WHO = Set.of("who", "what");
    private static final Set<String> BEING = Set.of("is", "are");
    private static final int CHARS_MIN = 5;

    /** What a phrase calls, or asks of whom something happens when. */
    Optional<Selection> read(Phrase phrase) {
        return called(phrase).or(() -> happening(phrase));
    }

    /** “Who arrives tomorrow”, of the one table whose records have a day on which that is. */
    private Optional<Selection> happening(Phrase phrase) {
        if (phrase.size() < 3 || !phrase.startsWithOneOf(WHO)) {
            return Optional.empty();
        }
        int be = phrase.at(1).isOneOf(BEING) || phrase.at(1).is("'s") ? 1 : 0;
        Phrase said = phrase.from(1 + be);
        String verb = said.at(0).word();
        return said.size() < 2 || !Words.isDeed(verb)
                ? Optional.empty()
                : found(phrase, said, entity -> !Roles.dates(entity, verb).isEmpty());
    }

    private Optional<Selection> called(Phrase phrase) {
        Phrase said = phrase.startsWithOneOf(LEADING) ? phrase.from(1) : phrase;
        if (said.size() < 2
                || !isPlural(said.at(0))
                || turn.schema().leadingEntity(said).isPresent()) {
            return Optional.empty();
        }
        return found(phrase, plain(said), entity -> hasDay(entity, said.at(0)));
    }

    private Optional<Selection> found(Phrase phrase, Phrase said, Predicate<EntityView> can) {
        List<Selection> found = new ArrayList<>();
        for (EntityView entity : turn.schema().entities()) {
            if (can.test(entity)) {
                Clauses.saying(turn, entity, said)
                        .filter(read -> saysWhen(entity, read))
                        .map(read -> new Selection(
                                entity,
                                read.conditions(),
                                read.order(),
                                read.most(),
                                Names.plural(entity.label()) + ": " + phrase.text()))
                        .ifPresent(found::add);
            }
        }
        return NewValues.one(found);
    }

    private static boolean saysWhen(EntityView entity, Clauses read) {
        return read.conditions().stream().flatMap(Filter::comparisons).anyMatch(compare -> entity.field(compare.path())
                .filter(Roles::isDate)
                .isPresent());
    }

    private static boolean isPlural(Token noun) {
        String word = noun.text().toLowerCase(Locale.ROOT);
        return noun.isWord() && word.length() >= CHARS_MIN && !word.equals(Names.singular(word));
    }

    /** Whether a day of its records is called so: “Arrival”, “Contract until”. */
    private boolean hasDay(EntityView entity, Token noun) {
        String word = Names.singular(noun.text().toLowerCase(Locale.ROOT));
        return entity.fields().stream()
                .filter(Roles::isDate)
                .map(FieldSpec::label)
                .anyMatch(label -> turn.schema().stems(label).contains(word));
    }

    /** “Deadlines do we have this month” without whose they are. */
    private static Phrase plain(Phrase said) {
        return Form.matches(WE, said.from(1)).stream()
                .findFirst()
                .map(match -> said.to(1).joined(match.the("rest")))
                .orElse(said);
    }
}
