package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.record.control.RecordQuery.Sort;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an order of all records by a field that is named: “sorted by amount”, “by day rate, dearest first”. */
record SortedBy(Turn turn, EntityView entity, Superlatives superlatives) {

    private static final Set<String> SORTED = Set.of("sorted", "ordered", "sort", "order", "ranked");
    private static final Set<String> UP = Set.of("ascending", "asc", "upwards");
    private static final Set<String> DOWN = Set.of("descending", "desc", "downwards");

    /** “Sorted by amount”, “ordered by due date, latest first”: an order of all of them. */
    Optional<Superlatives.Order> read(Phrase phrase) {
        int by = phrase.startsWithOneOf(SORTED) ? 1 : 0;
        if (phrase.size() < by + 2 || !phrase.at(by).is("by")) {
            return Optional.empty();
        }
        int start = phrase.size() - phrase.from(by + 1).bare().size();
        return turn.schema()
                .leadingField(entity, phrase.from(start))
                .or(() -> day(phrase.from(start)))
                .flatMap(field -> {
                    int end = start + field.length();
                    int comma = phrase.size() > end && phrase.at(end).is(",") ? 1 : 0;
                    Phrase rest = phrase.from(end + comma);
                    boolean down = rest.startsWithOneOf(DOWN);
                    Optional<Superlatives.Word> first = superlatives
                            .word(rest)
                            .filter(found -> rest.size() > found.tokens()
                                    && rest.at(found.tokens()).is("first"));
                    boolean most = first.filter(Superlatives.Word::descending).isPresent();
                    int said = down || rest.startsWithOneOf(UP)
                            ? 1 + comma
                            : first.map(found -> found.tokens() + 1 + comma).orElse(0);
                    boolean sure = by == 1 || said > 0 || phrase.size() == end;
                    Superlatives.Order order =
                            new Superlatives.Order(new Sort(field.thing().key(), down || most), 0, end + said);
                    return sure ? Optional.of(order) : Optional.empty();
                });
    }

    /** “By date”, of the one day that they have. */
    private Optional<SchemaLinker.Named<FieldSpec>> day(Phrase phrase) {
        List<FieldSpec> days = phrase.startsWithOneOf(Set.of("date", "day")) ? Roles.day(entity) : List.of();
        return days.size() == 1 ? Optional.of(new SchemaLinker.Named<>(days.get(0), 1)) : Optional.empty();
    }
}
