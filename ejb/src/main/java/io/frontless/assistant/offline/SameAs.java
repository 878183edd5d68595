package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads in a description that something is the same as of another record: “same van as M-401”, “promised for the same day as G-514”. */
record SameAs(Turn turn, EntityView entity, Phrase words, NewValues values) {

    private static final Set<String> THE = Set.of("the", "for");
    private static final int SAME_TOKENS_MAX = 7;

    /** “The same van as M-401”: what another of its kind has. */
    int read(int i) {
        Phrase rest = words.from(i);
        int start = rest.size() > 3 && rest.startsWithOneOf(THE) ? 1 : 0;
        boolean same = rest.size() > start + 3 && rest.at(start).is("same");
        return same
                ? fieldOrTarget(rest.from(start + 1))
                        .map(field -> as(field, rest))
                        .orElse(0)
                : 0;
    }

    /** “The same day as G-514”: its value of the field. */
    int as(FieldSpec field, Phrase rest) {
        int same = rest.startsWithOneOf(THE) ? 1 : 0;
        int as = same + 1;
        while (as < Math.min(rest.size(), SAME_TOKENS_MAX) && !rest.at(as).is("as")) {
            as++;
        }
        if (as + 1 >= rest.size() || !rest.at(same).is("same") || !rest.at(as).is("as")) {
            return 0;
        }
        Optional<Object> value = turn.records().called(entity, rest.sub(as + 1, as + 2)).stream()
                .flatMap(record -> Stream.ofNullable(record.values().get(field.key())))
                .findFirst();
        value.ifPresent(found -> values.give(field, found));
        return value.isPresent() ? as + 2 : 0;
    }

    private Optional<FieldSpec> fieldOrTarget(Phrase rest) {
        Optional<FieldSpec> named = turn.schema().leadingField(entity, rest).map(SchemaLinker.Named::thing);
        return named.or(() -> turn.schema()
                        .leadingEntity(rest)
                        .flatMap(found ->
                                values.only(field -> found.thing().key().equals(field.target()))))
                .or(() -> rest.startsWith("day") ? NewValues.one(values.free(Roles.day(entity))) : Optional.empty());
    }
}
