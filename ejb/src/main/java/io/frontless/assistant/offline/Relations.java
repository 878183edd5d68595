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
import java.util.Set;
import java.util.function.Predicate;

/** Reads what a preposition or a possessive says of an entity's records: “of Acme”, “in Berlin”, “for clients in Rome”, “there”. */
record Relations(Turn turn, EntityView entity) {

    private static final Set<String> ORDERED =
            Set.of("ordered", "booked", "requested", "reserved", "billed", "invoiced");
    private static final Set<String> OWNED = Set.of(
            "owned",
            "assigned",
            "written",
            "handled",
            "made",
            "done",
            "placed",
            "sent",
            "ordered",
            "billed",
            "invoiced",
            "charged",
            "sold",
            "issued",
            "addressed",
            "offered",
            "given",
            "quoted");

    /** What is done to have something from somebody: “that we buy from Acme”. */
    private static final Set<String> GOT = Set.of("buy", "bought", "get", "order", "purchase", "purchased", "source");

    /** What a preposition says of them; {@code says} tells whether words could be said of these records. */
    Optional<Clause> read(Phrase phrase, Predicate<Phrase> says) {
        Optional<Holders.Relation> relation = phrase.size() < 2 ? Optional.empty() : Holders.Relation.of(phrase.at(0));
        boolean named = phrase.size() > 2 && relation.isEmpty();
        int verb = named && isDone(phrase.at(0)) ? 1 : 0;
        Optional<Holders.Relation> said = verb == 0 ? relation : Holders.Relation.of(phrase.at(1));
        return outside(phrase)
                .or(() -> said.flatMap(found -> family(phrase, 1 + verb, found)
                        .or(() -> holder(phrase, 1 + verb, found))
                        .or(() -> through(phrase, 1 + verb, says))
                        .or(() -> new Through(turn, entity)
                                .kind(phrase.from(1 + verb))
                                .map(clause -> clause.longer(1 + verb)))
                        .or(() -> beyond(phrase, 1 + verb, phrase.startsWith("from") ? Holders.Relation.IN : found))
                        .or(() -> absent(phrase, 1 + verb, found))));
    }

    /** “Ordered by Acme”, of orders: whose they are, also where some are said to be ordered and others are further on. */
    Optional<Clause> placed(Phrase phrase) {
        boolean own = phrase.size() > 2
                && phrase.at(0).isOneOf(ORDERED)
                && phrase.at(1).is("by")
                && Referring.isMadeBy(entity, phrase.at(0).text());
        return own
                ? holder(phrase, 2, Holders.Relation.OF)
                        .filter(clause ->
                                clause.field() != null && Roles.party(entity).contains(clause.field()))
                : Optional.empty();
    }

    /** “Hosted by Isla”, “ordered from Acme”: what somebody has done, or is said to be done, besides a state. */
    private boolean isDone(Token word) {
        boolean deed = word.isWord() && Words.isPast(word.text()) && Light.isBeside(word);
        return word.isOneOf(OWNED)
                || word.isOneOf(GOT)
                || (deed && turn.schema().loose());
    }

    /** “Outside France”, “from outside of Bath”: where a place is known, and is another. */
    private Optional<Clause> outside(Phrase phrase) {
        int from = phrase.startsWith("from") ? 1 : 0;
        if (phrase.size() < from + 2 || !phrase.at(from).is("outside")) {
            return Optional.empty();
        }
        int start = from + (phrase.at(from + 1).is("of") ? 2 : 1);
        return holder(phrase, start, Holders.Relation.IN)
                .or(() -> beyond(phrase, start, Holders.Relation.IN))
                .filter(clause -> clause.tokens() > start)
                .map(clause -> new Clause(
                        Filter.all(known(clause.filter()), clause.negated().filter()), null, clause.tokens()));
    }

    /** That there is something to compare with. */
    private static Filter known(Filter filter) {
        return Filter.all(filter.comparisons()
                .map(compare -> new Filter.Compare(compare.path(), Comparison.NOT_EMPTY, null))
                .toList());
    }

    /** “Loans to Basel”, where some go to the Kunsthalle Basel: what only one field has as a part is meant by it. */
    private Optional<Clause> part(List<FieldSpec> fields, Phrase phrase, int start) {
        boolean name = phrase.size() == start + 1 && phrase.at(start).text().matches("\\p{Lu}\\p{L}{3,}");
        List<Filter> parts = !name
                ? List.of()
                : fields.stream()
                        .filter(field -> field.type() == FieldType.TEXT)
                        .map(field -> Filter.compare(
                                field.key(),
                                Comparison.CONTAINS,
                                phrase.at(start).text()))
                        .filter(filter -> !turn.request()
                                .records()
                                .find(RecordQuery.where(entity.key(), filter, 1))
                                .isEmpty())
                        .toList();
        return parts.size() == 1 ? Optional.of(new Clause(parts.get(0), null, start + 1)) : Optional.empty();
    }

    Optional<Clause> holder(Phrase phrase, int start, Holders.Relation relation) {
        return new Holders(turn, entity)
                .leading(phrase.from(start), relation)
                .map(held -> new Clause(held.condition(), held.field(), start + held.tokens()));
    }

    /** “For the Ritters”: of all whose surname that is. */
    private Optional<Clause> family(Phrase phrase, int start, Holders.Relation relation) {
        boolean named = phrase.size() > start + 1
                && phrase.at(start).is("the")
                && phrase.at(start + 1).isWord()
                && phrase.at(start + 1).text().matches("\\p{Lu}\\p{L}{2,}s")
                && Set.of(Holders.Relation.OF, Holders.Relation.FOR, Holders.Relation.BY)
                        .contains(relation);
        List<FieldSpec> fields = named
                ? Roles.party(entity).stream()
                        .filter(field -> field.type() == FieldType.REFERENCE)
                        .toList()
                : List.of();
        if (fields.size() != 1) {
            return Optional.empty();
        }
        FieldSpec field = fields.get(0);
        String plural = phrase.at(start + 1).text();
        String surname = plural.substring(0, plural.length() - 1);
        List<Filter> theirs = turn.records().pointed(field).stream()
                .flatMap(other ->
                        turn.records().resembling(other, Sentence.read(surname).words()).stream())
                .filter(record -> record.title().endsWith(" " + surname))
                .map(record -> Filter.equal(field.key(), record.id().toString()))
                .toList();
        return theirs.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Clause(theirs.size() == 1 ? theirs.get(0) : new Filter.Any(theirs), field, start + 2));
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
        if (phrase.at(start - 1).is("on")) {
            return Optional.empty();
        }
        Optional<Clause> part = part(fields, phrase, start);
        if (part.isPresent()) {
            return part;
        }
        if (relation == Holders.Relation.BY && name.text().equals(name.text().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        boolean several = name.size() > 1 && name.text().equals(name.text().toLowerCase(Locale.ROOT));
        if (name.bare().size() < name.size() || several) {
            return Optional.empty();
        }
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
