package io.frontless.assistant.offline;

import io.frontless.kernel.Limits;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads conditions on what refers to a record: “with overdue loans”, “who have an order over 1000”, “with the most invoices”, “without a car”. Those that
 * refer are looked up at once, since no query leads that way; what meets it is named by its titles.
 */
record Referring(Turn turn, EntityView entity) {

    private static final Set<String> HAVING = Set.of("with", "have", "has", "having", "had", "whose", "own", "owns");
    private static final Set<String> NOT = Set.of("don't", "doesn't", "don’t", "doesn’t", "not", "haven't", "hasn't");
    private static final Set<String> LACKING = Set.of("without", "lacking");
    private static final Set<String> SOME = Set.of("any", "some", "a", "an", "at", "least", "one", "the");
    private static final Set<String> ENDS = Set.of(",", "and", ";");
    private static final int BEFORE_MAX = 4;

    /** Records that are named at most: more are rather looked for in their own table. */
    private static final int NAMED_MAX = 100;

    /** Records that are looked through while somebody waits. */
    private static final int LOOKED_THROUGH_MAX = 2_000;

    /** What the phrase says of records that refer to these. */
    Optional<Clause> read(Phrase phrase) {
        if (phrase.size() > 2 && phrase.startsWithOneOf(NOT) && phrase.at(1).isOneOf(HAVING)) {
            return read(phrase.from(1)).map(Clause::negated).map(clause -> clause.longer(1));
        }
        boolean lacks = phrase.startsWithOneOf(LACKING);
        boolean no = phrase.size() > 2
                && phrase.startsWithOneOf(HAVING)
                && phrase.at(1).is("no");
        if (phrase.size() < 2 || !(lacks || phrase.startsWithOneOf(HAVING)) || !hasTitle()) {
            return Optional.empty();
        }
        Optional<Clause> several = lacks || no ? Optional.empty() : several(phrase.from(1));
        if (several.isPresent()) {
            return several.map(clause -> clause.longer(1));
        }
        int said = no ? 2 : 1;
        while (said < phrase.size() - 1 && phrase.at(said).isOneOf(SOME)) {
            said++;
        }
        int start = said;
        Phrase rest = phrase.from(said);
        return most(rest)
                .or(() -> meeting(rest, 1))
                .map(clause -> lacks || no ? clause.negated() : clause)
                .map(clause -> clause.longer(start));
    }

    private boolean hasTitle() {
        return entity.titleField()
                .filter(field -> field.type() != FieldType.REFERENCE)
                .isPresent();
    }

    /** “More than one animal”, “fewer than 3 orders”. */
    private Optional<Clause> several(Phrase phrase) {
        Optional<Comparisons.Said> said = Comparisons.leading(phrase);
        if (said.isEmpty() || said.get().tokens() >= phrase.size()) {
            return Optional.empty();
        }
        Phrase number = phrase.from(said.get().tokens());
        int start = said.get().tokens() + 1;
        return Dates.count(number.at(0).text()).filter(count -> count > 0).flatMap(count -> switch (said.get()
                .comparison()) {
            case GT -> meeting(number.from(1), count + 1).map(clause -> clause.longer(start));
            case GE -> meeting(number.from(1), count).map(clause -> clause.longer(start));
            case LT -> meeting(number.from(1), count).map(Clause::negated).map(clause -> clause.longer(start));
            case LE -> meeting(number.from(1), count + 1).map(Clause::negated).map(clause -> clause.longer(start));
            default -> Optional.<Clause>empty();
        });
    }

    /** Those to which at least so many refer of which all of it is so. */
    private Optional<Clause> meeting(Phrase phrase, int atLeast) {
        Phrase rest = phrase.split(ENDS).stream().findFirst().orElse(phrase);
        for (int start = 0; start < Math.min(rest.size(), BEFORE_MAX); start++) {
            Optional<SchemaLinker.Named<EntityView>> named = turn.schema().leadingEntity(rest.from(start));
            Optional<FieldSpec> field = named.flatMap(found -> pointing(found.thing()));
            if (field.isPresent()) {
                EntityView other = named.get().thing();
                Clauses clauses = new Clauses(turn, other);
                int end = start + named.get().length();
                if (clauses.readBefore(rest.to(start))) {
                    int more = clauses.readLeading(rest.from(end), words -> false);
                    RecordQuery query = RecordQuery.of(other.key()).filtered(Filter.all(clauses.conditions()));
                    Set<String> ids = counted(query, field.get()).entrySet().stream()
                            .filter(entry -> entry.getValue() >= atLeast)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
                    return Optional.of(new Clause(among(ids), null, end + more));
                }
            }
        }
        return Optional.empty();
    }

    /** “Most invoices”: the one that most of them refer to. */
    private Optional<Clause> most(Phrase phrase) {
        if (phrase.size() < 2 || !phrase.startsWith("most")) {
            return Optional.empty();
        }
        return turn.schema().leadingEntity(phrase.from(1)).flatMap(named -> pointing(named.thing())
                .map(field -> {
                    Map<String, Integer> counts =
                            counted(RecordQuery.of(named.thing().key()), field);
                    int wanted = counts.isEmpty() ? 0 : Collections.max(counts.values());
                    Set<String> ids = counts.entrySet().stream()
                            .filter(entry -> entry.getValue() == wanted)
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toSet());
                    return new Clause(among(ids), null, 1 + named.length());
                }));
    }

    /** The one reference of another table to this one. */
    private Optional<FieldSpec> pointing(EntityView other) {
        List<FieldSpec> fields = other.fields().stream()
                .filter(field ->
                        field.type() == FieldType.REFERENCE && entity.key().equals(field.target()))
                .toList();
        return fields.size() == 1 ? fields.stream().findFirst() : Optional.empty();
    }

    /** The ids that a reference has in the records of a query, and how often. */
    private Map<String, Integer> counted(RecordQuery query, FieldSpec reference) {
        Map<String, Integer> counts = new HashMap<>();
        all(query).forEach(record -> {
            if (record.values().get(reference.key()) instanceof String id) {
                counts.merge(id, 1, Integer::sum);
            }
        });
        return counts;
    }

    /** That a record is one of these, by its title. */
    private Filter among(Set<String> ids) {
        String title = entity.titleField().orElseThrow().key();
        List<Filter> named = all(RecordQuery.of(entity.key())).stream()
                .filter(record -> ids.contains(record.id().toString()))
                .flatMap(record -> Optional.ofNullable(record.values().get(title)).stream())
                .map(value -> Filter.equal(title, value))
                .toList();
        if (named.size() > NAMED_MAX) {
            throw Unclear.say("These are more than %d %s, which are too many for one condition."
                    .formatted(NAMED_MAX, Names.plural(entity.label())));
        }
        return new Filter.Any(named);
    }

    private List<RecordView> all(RecordQuery query) {
        List<RecordView> found = new ArrayList<>();
        List<RecordView> page;
        do {
            page = turn.request().records().find(query.paged(Limits.PAGE_ROWS_MAX, found.size()));
            found.addAll(page);
        } while (page.size() == Limits.PAGE_ROWS_MAX && found.size() < LOOKED_THROUGH_MAX);
        if (found.size() >= LOOKED_THROUGH_MAX) {
            throw Unclear.say("There are too many records to look through for that.");
        }
        return found;
    }
}
