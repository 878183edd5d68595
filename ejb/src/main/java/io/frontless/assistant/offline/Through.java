package io.frontless.assistant.offline;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads conditions on what records refer to: “of clients in Berlin”, “whose customer is a VIP”, “of the largest company”. */
record Through(Turn turn, EntityView entity) {

    /** Words before the other table's name: more are rather another sentence. */
    private static final int BEFORE_MAX = 5;

    private static final int HOPS_MAX = 2;
    private static final Set<String> PEOPLE = Set.of("people", "persons", "folks", "those", "somebody", "someone");
    private static final Set<String> PLACED = Set.of("from", "in", "of", "for");

    /** What the phrase says of records of another table, from their name on; {@code elsewhere} tells whether words could be said of this one, too. */
    Optional<Clause> read(Phrase phrase, Predicate<Phrase> elsewhere) {
        return direct(phrase, elsewhere).or(() -> further(phrase, elsewhere));
    }

    /** “Jobs for clients in Rome”, where jobs are in gardens and gardens are of clients. */
    private Optional<Clause> further(Phrase phrase, Predicate<Phrase> elsewhere) {
        List<Clause> found = new ArrayList<>();
        boolean named = IntStream.range(0, Math.min(phrase.size(), BEFORE_MAX))
                .anyMatch(
                        start -> turn.schema().leadingEntity(phrase.from(start)).isPresent());
        for (FieldSpec field : named ? entity.fields() : List.<FieldSpec>of()) {
            turn.records()
                    .pointed(field)
                    .filter(other -> field.type() == FieldType.REFERENCE && !other.equals(entity))
                    .flatMap(other -> new Through(turn, other).direct(phrase, elsewhere))
                    .ifPresent(
                            clause -> found.add(new Clause(over(field.key(), clause.filter()), null, clause.tokens())));
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private Optional<Clause> direct(Phrase phrase, Predicate<Phrase> elsewhere) {
        for (int start = 0; start < Math.min(phrase.size(), BEFORE_MAX); start++) {
            int from = start;
            Optional<SchemaLinker.Named<EntityView>> named =
                    turn.schema().leadingEntity(phrase.from(start)).or(() -> people(phrase.at(from)));
            Optional<FieldSpec> called = named.isPresent() ? Optional.empty() : called(phrase.at(from));
            named = named.or(
                    () -> called.flatMap(turn.records()::pointed).map(other -> new SchemaLinker.Named<>(other, 1)));
            List<FieldSpec> fields = called.map(List::of)
                    .orElse(named.map(found -> pointing(found.thing())).orElse(List.of()));
            Clauses clauses =
                    fields.isEmpty() ? null : new Clauses(turn, named.get().thing());
            if (clauses != null && clauses.readBefore(phrase.to(start))) {
                int end = start + named.get().length();
                int more = clauses.readLeading(phrase.from(end), elsewhere);
                if (clauses.saysSomething()) {
                    FieldSpec field = Slots.one(fields, phrase.to(end));
                    return Optional.of(new Clause(filter(field, named.get().thing(), clauses), null, end + more));
                }
            }
        }
        return Optional.empty();
    }

    /** “Of pubs”, where customers are of that kind. */
    Optional<Clause> kind(Phrase phrase) {
        return new Kinds(turn)
                .leading(phrase)
                .filter(kind -> !kind.thing().condition().equals(Filter.everything()))
                .flatMap(kind -> {
                    List<FieldSpec> fields = pointing(kind.thing().entity());
                    return fields.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Clause(
                                    over(
                                            Slots.one(fields, phrase.to(1)).key(),
                                            kind.thing().condition()),
                                    null,
                                    kind.length()));
                });
    }

    /** “Organic wines”, where producers are organic: a state of the one thing that is referred to. */
    Optional<Clause> state(Phrase phrase) {
        if (!turn.schema().lenient() || turn.schema().loose() || phrase.isEmpty()) {
            return Optional.empty();
        }
        int skip = phrase.size() > 1 && phrase.startsWithOneOf(PLACED) ? 1 : 0;
        Phrase said = phrase.from(skip);
        List<Clause> found = new ArrayList<>();
        for (FieldSpec field : entity.fields()) {
            turn.records()
                    .pointed(field)
                    .filter(other -> field.type() == FieldType.REFERENCE)
                    .ifPresent(other -> {
                        int length = State.leading(turn.schema(), other, said);
                        State.read(turn.schema(), other, said.to(length))
                                .ifPresent(state -> found.add(
                                        new Clause(over(field.key(), state.negatable()), null, skip + length)));
                    });
        }
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** What the phrase says of the record that a field refers to: “is in Berlin”. */
    Optional<Clause> ofField(FieldSpec field, Phrase phrase, Predicate<Phrase> elsewhere) {
        Optional<EntityView> pointed = turn.records().pointed(field);
        if (pointed.isEmpty()) {
            return Optional.empty();
        }
        Clauses clauses = new Clauses(turn, pointed.get());
        int tokens = clauses.readLeading(phrase, elsewhere);
        return clauses.saysSomething()
                ? Optional.of(new Clause(filter(field, pointed.get(), clauses), null, tokens))
                : Optional.empty();
    }

    /** A value that what is referred to has, over one reference or two; where several have it, it is asked about. */
    Optional<Clause> holder(Phrase phrase, Holders.Relation relation) {
        return holder(phrase, relation, HOPS_MAX);
    }

    private Optional<Clause> holder(Phrase phrase, Holders.Relation relation, int hops) {
        List<Clause> found = new ArrayList<>();
        for (FieldSpec field : entity.fields()) {
            Optional<EntityView> pointed =
                    field.type() == FieldType.REFERENCE ? turn.records().pointed(field) : Optional.empty();
            pointed.flatMap(other -> beyond(other, phrase, relation, hops)
                            .map(clause -> new Clause(over(field.key(), clause.filter()), null, clause.tokens())))
                    .ifPresent(found::add);
        }
        if (found.size() > 1) {
            throw Unclear.say("“%s” could be said of several things that %s refer to. Name the field, too."
                    .formatted(phrase.text(), Names.plural(entity.label())));
        }
        return found.stream().findFirst();
    }

    private Optional<Clause> beyond(EntityView other, Phrase phrase, Holders.Relation relation, int hops) {
        List<FieldSpec> fields = relation == Holders.Relation.IN ? Roles.place(other) : List.of();
        List<FieldSpec> references = other.fields().stream()
                .filter(field -> field.type() == FieldType.REFERENCE)
                .toList();
        List<FieldSpec> all =
                Stream.concat(fields.stream(), references.stream()).distinct().toList();
        Optional<Clause> here = new Holders(turn, other, all)
                .leading(phrase, relation)
                .map(held -> new Clause(held.condition(), null, held.tokens()));
        return here.isPresent() || hops == 1 ? here : new Through(turn, other).holder(phrase, relation, hops - 1);
    }

    /** “Orders from people in Bath”: the one kind of people that these refer to. */
    private Optional<SchemaLinker.Named<EntityView>> people(Token word) {
        List<EntityView> referred = !word.isOneOf(PEOPLE)
                ? List.of()
                : entity.fields().stream()
                        .flatMap(field -> turn.records().pointed(field).stream())
                        .filter(WhoReading::isOfPeople)
                        .distinct()
                        .toList();
        return referred.size() == 1 ? Optional.of(new SchemaLinker.Named<>(referred.get(0), 1)) : Optional.empty();
    }

    /** “By producers from Birkenau”, where a reference to members is called “Producer”. */
    private Optional<FieldSpec> called(Token word) {
        String one = Names.singular(word.word());
        return !word.isWord() || one.equals(word.word())
                ? Optional.empty()
                : NewValues.one(entity.fields().stream()
                        .filter(field -> field.type() == FieldType.REFERENCE && Names.same(field.label(), one))
                        .toList());
    }

    private List<FieldSpec> pointing(EntityView other) {
        return entity.fields().stream()
                .filter(field ->
                        field.type() == FieldType.REFERENCE && other.key().equals(field.target()))
                .toList();
    }

    /** Conditions lead over the reference; the largest of them is looked up, since an order does not. */
    private Filter filter(FieldSpec field, EntityView other, Clauses clauses) {
        Filter conditions = Filter.all(clauses.conditions());
        if (clauses.most() == 0) {
            return over(field.key(), conditions);
        }
        RecordQuery query = RecordQuery.of(other.key())
                .filtered(conditions)
                .sorted(clauses.order())
                .paged(Math.min(clauses.most(), Limits.PAGE_ROWS_MAX), 0);
        List<Filter> found = turn.request().records().find(query).stream()
                .map(record -> Filter.equal(field.key(), record.id().toString()))
                .toList();
        return new Filter.Any(found);
    }

    private static Filter over(String reference, Filter filter) {
        if (filter instanceof Filter.All all) {
            return Filter.all(
                    all.parts().stream().map(part -> over(reference, part)).toList());
        }
        if (filter instanceof Filter.Any any) {
            return new Filter.Any(
                    any.parts().stream().map(part -> over(reference, part)).toList());
        }
        if (filter instanceof Filter.Not not) {
            return new Filter.Not(over(reference, not.part()));
        }
        Filter.Compare compare = (Filter.Compare) filter;
        return new Filter.Compare(reference + "." + compare.path(), compare.comparison(), compare.value());
    }
}
