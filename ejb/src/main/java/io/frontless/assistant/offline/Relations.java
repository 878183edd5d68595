package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what a preposition or a possessive says of an entity's records: “of Acme”, “in Berlin”, “for clients in Rome”, “there”. */
record Relations(Turn turn, EntityView entity) {

    private static final Set<String> THERE = Set.of("there");
    private static final Set<String> THEM =
            Set.of("there", "it", "them", "him", "her", "this", "that", "these", "those");

    /** What a preposition says of them; {@code says} tells whether words could be said of these records. */
    Optional<Clause> read(Phrase phrase, Predicate<Phrase> says) {
        Optional<Holders.Relation> relation = phrase.size() < 2 ? Optional.empty() : Holders.Relation.of(phrase.at(0));
        int verb = relation.isEmpty()
                        && phrase.size() > 2
                        && phrase.startsWithOneOf(Set.of("owned", "assigned", "written", "handled"))
                ? 1
                : 0;
        Optional<Holders.Relation> said = verb == 0 ? relation : Holders.Relation.of(phrase.at(1));
        return said.flatMap(found -> holder(phrase, 1 + verb, found)
                .or(() -> through(phrase, 1 + verb, says))
                .or(() -> new Through(turn, entity).kind(phrase.from(1 + verb)).map(clause -> clause.longer(1 + verb)))
                .or(() -> beyond(phrase, 1 + verb, phrase.startsWith("from") ? Holders.Relation.IN : found))
                .or(() -> absent(phrase, 1 + verb, found)));
    }

    /** “There”, “of it”, “in them”: of the records that the turn before was about. */
    Optional<Clause> mentioned(Phrase phrase) {
        int start = phrase.size() > 1 && Holders.Relation.of(phrase.at(0)).isPresent() ? 1 : 0;
        boolean there = phrase.size() == start + 1 && phrase.at(start).isOneOf(start == 0 ? THERE : THEM);
        List<FieldSpec> fields = there ? referringToMentioned() : List.of();
        if (fields.size() != 1) {
            return Optional.empty();
        }
        List<Filter> parts = turn.request().lastMentioned().stream()
                .map(mention -> Filter.equal(fields.get(0).key(), mention.id().toString()))
                .toList();
        return Optional.of(new Clause(new Filter.Any(parts), fields.get(0), phrase.size()));
    }

    private List<FieldSpec> referringToMentioned() {
        return entity.fields().stream()
                .filter(field -> turn.request().lastMentioned().stream()
                        .anyMatch(mention -> mention.entity().equals(field.target())))
                .toList();
    }

    Optional<Clause> holder(Phrase phrase, int start, Holders.Relation relation) {
        return new Holders(turn, entity)
                .leading(phrase.from(start), relation)
                .map(held -> new Clause(held.condition(), held.field(), start + held.tokens()));
    }

    private Optional<Clause> through(Phrase phrase, int start, Predicate<Phrase> says) {
        return new Through(turn, entity).read(phrase.from(start), says).map(clause -> clause.longer(start));
    }

    /** “Events in Potsdam”, where venues have a city and events a venue. */
    private Optional<Clause> beyond(Phrase phrase, int start, Holders.Relation relation) {
        return new Through(turn, entity).holder(phrase.from(start), relation).map(clause -> clause.longer(start));
    }

    /** A place or name that no record has is still what was asked for: none of them is found. */
    private Optional<Clause> absent(Phrase phrase, int start, Holders.Relation relation) {
        List<FieldSpec> fields =
                switch (relation) {
                    case IN -> Roles.place(entity);
                    case OF, FOR -> Roles.party(entity);
                    case BY -> Roles.person(entity);
                    case WITH, NONE -> List.of();
                };
        Phrase name = phrase.from(start);
        if (turn.schema().loose()
                && !name.isEmpty()
                && name.text().equals(name.text().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean texts = fields.size() > 1 && fields.stream().allMatch(field -> field.type() == FieldType.TEXT);
        if (texts && name.size() <= 3) {
            List<Filter> parts = fields.stream()
                    .map(field -> Filter.equal(field.key(), name.text()))
                    .toList();
            return Optional.of(new Clause(new Filter.Any(parts), null, phrase.size()));
        }
        if (fields.size() != 1 || name.size() > 3) {
            return Optional.empty();
        }
        FieldSpec field = fields.get(0);
        if (field.type() == FieldType.REFERENCE) {
            throw turn.records().none(turn.records().pointed(field).orElse(entity), name);
        }
        return field.type() == FieldType.TEXT
                ? Optional.of(new Clause(Filter.equal(field.key(), name.text()), field, phrase.size()))
                : Optional.empty();
    }
}
