package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads by which field an order is meant that stands before the noun: “the two longest plays by running time” are “the two plays with the longest running time”. */
record OrderedBy(Turn turn) {

    private static final Set<String> LEADING =
            Set.of(",", "going", "measured", "judged", "judging", "counted", "ranked", "in");
    private static final Set<String> TERMS = Set.of("terms");
    private static final Set<String> DAY = Set.of("date", "day");
    private static final Set<String> COUNTED = Set.of("first", "last", "top");

    /** The phrase with the field in it that it names at its end; the same where it names none. */
    Phrase plain(Phrase phrase) {
        int by = phrase.size() - 2;
        while (by > 1
                && !phrase.at(by).is("by")
                && !(phrase.at(by).is("of") && phrase.at(by - 1).isOneOf(TERMS))) {
            by--;
        }
        int word = 0;
        while (word < by && !Superlatives.isOne(phrase.at(word))) {
            word++;
        }
        if (by <= 2 || word >= by - 1 || phrase.at(word).isOneOf(Set.of("each", "every", "any"))) {
            return phrase;
        }
        return ordered(phrase, word, by).orElse(phrase);
    }

    private Optional<Phrase> ordered(Phrase phrase, int word, int by) {
        int rest = word + 1;
        int count = phrase.at(word).isOneOf(COUNTED)
                        && Amounts.count(phrase.sub(rest, rest + 1)).isPresent()
                ? 1
                : 0;
        int noun = rest + count;
        int end = by;
        while (end > noun
                && (phrase.at(end - 1).isOneOf(LEADING) || phrase.at(end - 1).isOneOf(TERMS))) {
            end--;
        }
        int last = end;
        return turn.schema()
                .leadingEntity(phrase.from(noun))
                .filter(named -> noun + named.length() <= last)
                .flatMap(named -> field(named.thing(), phrase.from(by + 1).bare()))
                .map(field -> {
                    Phrase said = phrase.to(word)
                            .joined(phrase.sub(rest, last))
                            .then("with")
                            .then("the")
                            .joined(phrase.sub(word, rest));
                    for (String label : Arrays.asList(field.label().split(" ", -1))) {
                        said = said.then(label);
                    }
                    return said;
                });
    }

    /** The number or day of that name; “date” alone is the day that the table has, and “order date” the one on which it was ordered. */
    private Optional<FieldSpec> field(EntityView entity, Phrase name) {
        Optional<FieldSpec> named = turn.schema()
                .leadingField(entity, name)
                .filter(found -> found.length() == name.size())
                .map(SchemaLinker.Named::thing)
                .filter(field -> Roles.isNumber(field) || Roles.isDate(field));
        if (named.isPresent() || name.tokens().stream().noneMatch(token -> token.isOneOf(DAY))) {
            return named;
        }
        Set<String> roots = name.tokens().stream()
                .filter(token -> !token.isOneOf(DAY))
                .map(token -> Names.root(token.word()))
                .collect(Collectors.toSet());
        List<FieldSpec> days = roots.isEmpty()
                ? Roles.day(entity)
                : entity.fields().stream()
                        .filter(field -> Roles.isDate(field)
                                && turn.schema().stems(field.label()).stream()
                                        .map(Names::root)
                                        .collect(Collectors.toSet())
                                        .containsAll(roots))
                        .toList();
        return NewValues.one(days);
    }
}
