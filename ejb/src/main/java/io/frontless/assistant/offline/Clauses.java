package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the clauses after an entity into conditions: “over 1000”, “due before June 1”, “in Berlin”, “of ALFKI”, “with status paid”. */
final class Clauses {

    private static final Set<String> FILL = Set.of(
            ",",
            "and",
            "that",
            "which",
            "who",
            "are",
            "is",
            "where",
            "with",
            "whose",
            "having",
            "have",
            "has",
            "the",
            "currently",
            "owned",
            "assigned",
            "placed");
    private static final Set<String> OF = Set.of("for", "of", "by", "from", "to");
    private static final Set<String> IN = Set.of("in", "from", "at");
    private static final Set<String> ENDS = Set.of(
            ",", "and", "with", "where", "whose", "that", "which", "due", "over", "above", "under", "below", "before",
            "after", "since", "more", "less", "in", "<", ">", "<=", ">=");

    private final Turn turn;
    private final EntityView entity;
    private final List<Filter> conditions = new ArrayList<>();
    private @Nullable String anyText;

    Clauses(Turn turn, EntityView entity) {
        this.turn = turn;
        this.entity = entity;
    }

    List<Filter> conditions() {
        return conditions;
    }

    @Nullable
    String anyText() {
        return anyText;
    }

    /** Reads all clauses, or asks about the first words that are none. */
    void read(Phrase rest) {
        for (int i = 0; i < rest.size(); ) {
            int taken = clause(rest.from(i));
            if (taken == 0) {
                throw Unclear.say("It is not clear what “%s” says about %s."
                        .formatted(rest.from(i).text(), Names.plural(entity.label())));
            }
            i += taken;
        }
    }

    /** Reads a state and answers how many tokens it takes; 0 where there is none. */
    int state(Phrase phrase) {
        int length = State.leading(entity, phrase);
        if (length > 0) {
            State.read(entity, phrase.to(length)).ifPresent(state -> conditions.add(state.condition()));
        }
        return length;
    }

    private int clause(Phrase phrase) {
        int state = state(phrase);
        if (state > 0) {
            return state;
        }
        int field = field(phrase);
        if (field > 0) {
            return field;
        }
        int compared = compared(phrase);
        if (compared > 0) {
            return compared;
        }
        if (phrase.size() > 1 && phrase.startsWithOneOf(OF)) {
            int of = ofRecord(phrase);
            if (of > 0) {
                return of;
            }
        }
        if (phrase.size() > 1 && phrase.startsWithOneOf(IN)) {
            return 1 + place(value(phrase.from(1)));
        }
        return phrase.size() > 1 && phrase.startsWithOneOf(FILL) ? 1 : 0;
    }

    private int field(Phrase phrase) {
        Optional<SchemaLinker.Named<FieldSpec>> named = turn.schema().leadingField(entity, phrase);
        if (named.isEmpty() || named.get().length() >= phrase.size()) {
            return 0;
        }
        FieldSpec field = named.get().thing();
        int start = named.get().length();
        if (phrase.from(start).size() == 1 && phrase.at(start).isOneOf(Set.of("empty", "missing"))) {
            conditions.add(new Filter.Compare(field.key(), Comparison.EMPTY, null));
            return start + 1;
        }
        Optional<Comparisons.Said> said = Comparisons.leading(phrase.from(start));
        int from = start + said.map(Comparisons.Said::tokens).orElse(0);
        if (from >= phrase.size()) {
            return 0;
        }
        Comparison comparison = said.map(Comparisons.Said::comparison).orElse(Comparison.EQ);
        return from + compare(field, comparison, phrase.from(from));
    }

    /** A comparison without a field is about the amount or the day that the entity has. */
    private int compared(Phrase phrase) {
        boolean due = phrase.startsWith("due");
        int start = phrase.startsWithOneOf(Set.of("due", "dated", "worth", "costing")) ? 1 : 0;
        Optional<Comparisons.Said> said = Comparisons.leading(phrase.from(start));
        int from = start + said.map(Comparisons.Said::tokens).orElse(0);
        if (from == 0 || from >= phrase.size()) {
            return 0;
        }
        Comparison comparison = said.map(Comparisons.Said::comparison).orElse(Comparison.EQ);
        Phrase value = phrase.from(from);
        List<FieldSpec> fields = List.of();
        if (Dates.leading(value, turn.request().today()).isPresent()) {
            fields = due ? Roles.due(entity) : Roles.day(entity);
        } else if (!due && Amounts.leading(value).isPresent()) {
            fields = Roles.amount(entity);
        }
        return fields.isEmpty() ? 0 : from + compare(Slots.one(fields, phrase.to(1)), comparison, value);
    }

    private int compare(FieldSpec field, Comparison comparison, Phrase rest) {
        ValueReader values = turn.values();
        boolean text = field.type() == FieldType.TEXT;
        if (field.type() == FieldType.LONG_TEXT) {
            throw Unclear.say("%s is a long text, which cannot be searched for yet.".formatted(field.label()));
        }
        if (comparison == Comparison.CONTAINS && !text) {
            throw Unclear.say("%s is no text, so it cannot contain one.".formatted(field.label()));
        }
        int sure = values.leading(field, rest);
        Phrase value = sure > 0 ? rest.to(sure) : value(rest);
        conditions.add(new Filter.Compare(field.key(), comparison, values.read(field, value)));
        return value.size();
    }

    /** “of ALFKI”: the records whose reference points to it, else those whose client is called so. */
    private int ofRecord(Phrase phrase) {
        Phrase value = value(phrase.from(1));
        Map<FieldSpec, RecordView> pointing = new LinkedHashMap<>();
        for (FieldSpec field : entity.fields()) {
            Optional<EntityView> target =
                    Optional.ofNullable(field.target()).flatMap(turn.request().schema()::entity);
            target.flatMap(pointed -> one(pointed, value)).ifPresent(record -> pointing.put(field, record));
        }
        if (pointing.size() > 1) {
            List<FieldSpec> fields = List.copyOf(pointing.keySet());
            throw Unclear.ask(
                    "“%s” could be the %s. Which one?"
                            .formatted(
                                    value.text(),
                                    SchemaLinker.join(fields.stream()
                                            .map(FieldSpec::label)
                                            .toList())),
                    fields.stream()
                            .map(field -> phrase.to(1).sentenceWith("with " + field.label()))
                            .toList());
        }
        if (!pointing.isEmpty()) {
            pointing.forEach((field, record) ->
                    conditions.add(Filter.equal(field.key(), record.id().toString())));
            return 1 + value.size();
        }
        boolean agent = phrase.startsWithOneOf(Set.of("by", "to"));
        List<FieldSpec> parties = agent ? Roles.person(entity) : Roles.party(entity);
        if (parties.size() == 1 && parties.get(0).type() == FieldType.TEXT) {
            conditions.add(Filter.equal(parties.get(0).key(), value.text()));
            return 1 + value.size();
        }
        if (!phrase.startsWithOneOf(IN) && parties.size() == 1 && parties.get(0).target() != null) {
            turn.records().target(parties.get(0), value);
        }
        return 0;
    }

    private Optional<RecordView> one(EntityView target, Phrase value) {
        RecordFinder records = turn.records();
        List<RecordView> found = records.called(target, value);
        if (found.isEmpty()) {
            found = records.called(target, records.withoutEntity(target, value));
        }
        if (found.size() > 1) {
            throw records.severalOf(target, found, value);
        }
        return found.stream().findFirst();
    }

    /** “in Berlin”: the field for places that has it, else any text. */
    private int place(Phrase value) {
        for (FieldSpec field : Roles.place(entity)) {
            if (field.type() == FieldType.TEXT) {
                Filter equal = Filter.equal(field.key(), value.text());
                if (!turn.request()
                        .records()
                        .find(RecordQuery.where(entity.key(), equal, 1))
                        .isEmpty()) {
                    conditions.add(equal);
                    return value.size();
                }
            }
        }
        if (anyText != null) {
            throw Unclear.say("“in” is said twice; name the fields instead.");
        }
        anyText = value.text();
        return value.size();
    }

    /** The tokens up to the next clause, at least one. */
    private static Phrase value(Phrase phrase) {
        int end = 1;
        while (end < phrase.size() && !phrase.at(0).quoted() && !phrase.at(end).isOneOf(ENDS)) {
            end++;
        }
        return phrase.to(end);
    }
}
