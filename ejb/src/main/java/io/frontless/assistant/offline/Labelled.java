package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.record.control.RecordQuery;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a value beside the name of its field: “in the heated greenhouse”, “with white flowers”, “with gluten among the allergens”, “containing fish”. */
record Labelled(Turn turn, EntityView entity) {

    private static final Set<String> LEADING = Set.of("in", "with", "on", "of", "at", "from", "have", "has", "having");
    private static final Set<String> CONTAINING = Set.of("containing", "contain", "contains");
    private static final Set<String> AMONG = Set.of("among", "amongst", "in", "on", "under");
    private static final Set<String> POSSESSIVE = Set.of("its", "their", "the");
    private static final int VALUE_TOKENS_MAX = 3;
    private static final int CANDIDATES_MAX = 1;

    Optional<Clause> read(Phrase phrase) {
        return containing(phrase).or(() -> among(phrase)).or(() -> before(phrase));
    }

    /** “Room 1”, where rooms are called so: the name of the field belongs to the value. */
    Optional<Clause> whole(FieldSpec field, Phrase said, int name) {
        return field.type() != FieldType.TEXT
                ? Optional.empty()
                : new Holders(turn, entity, List.of(field))
                        .leading(said, Holders.Relation.NONE)
                        .filter(held -> held.tokens() > name)
                        .map(held -> new Clause(held.condition(), field, held.tokens()));
    }

    /** “White flowers”, where a field is called “Flower colour”. */
    private Optional<Clause> before(Phrase phrase) {
        if (!phrase.startsWithOneOf(LEADING)) {
            return Optional.empty();
        }
        int start = phrase.size() - phrase.from(1).bare().size();
        for (int end = start + 1; end <= Math.min(phrase.size() - 1, start + VALUE_TOKENS_MAX); end++) {
            for (FieldSpec field : entity.fields()) {
                int label = field.type() == FieldType.TEXT ? label(field, phrase.from(end)) : 0;
                Optional<Holders.Held> held = label == 0
                        ? Optional.empty()
                        : new Holders(turn, entity, List.of(field)).read(phrase.sub(start, end), Holders.Relation.NONE);
                if (held.isPresent()) {
                    return Optional.of(new Clause(held.get().condition(), field, end + label));
                }
            }
        }
        return Optional.empty();
    }

    /** The field's name, or the noun that begins it. */
    private int label(FieldSpec field, Phrase rest) {
        List<String> label = turn.schema().stems(field.label());
        int whole = Math.min(label.size(), rest.size());
        if (turn.schema().stems(rest.to(whole).text()).equals(label)) {
            return whole;
        }
        return label.size() > 1 && turn.schema().stems(rest.at(0).text()).equals(label.subList(0, 1)) ? 1 : 0;
    }

    private Optional<Clause> among(Phrase phrase) {
        int start = phrase.startsWithOneOf(LEADING) ? 1 : 0;
        for (int end = start + 1;
                start == 1 && end < Math.min(phrase.size() - 1, start + 1 + VALUE_TOKENS_MAX);
                end++) {
            int name = end + 1;
            while (name < phrase.size() && phrase.at(name).isOneOf(POSSESSIVE)) {
                name++;
            }
            Optional<SchemaLinker.Named<FieldSpec>> field = phrase.at(end).isOneOf(AMONG) && name > end + 1
                    ? turn.schema()
                            .leadingField(entity, phrase.from(name))
                            .filter(found -> found.thing().type() == FieldType.TEXT)
                    : Optional.empty();
            if (field.isPresent()) {
                return Optional.of(new Clause(
                        contains(field.get().thing(), phrase.sub(start, end)),
                        null,
                        name + field.get().length()));
            }
        }
        return Optional.empty();
    }

    /** A word that only one kind of text has in it. */
    private Optional<Clause> containing(Phrase phrase) {
        if (phrase.size() < 2 || !phrase.startsWithOneOf(CONTAINING)) {
            return Optional.empty();
        }
        Phrase word = phrase.sub(1, 2);
        List<Filter> found = entity.fields().stream()
                .filter(field -> field.type() == FieldType.TEXT)
                .map(field -> contains(field, word))
                .filter(filter -> !turn.request()
                        .records()
                        .find(RecordQuery.where(entity.key(), filter, CANDIDATES_MAX))
                        .isEmpty())
                .toList();
        return found.size() == 1 ? Optional.of(new Clause(found.get(0), null, 2)) : Optional.empty();
    }

    private static Filter contains(FieldSpec field, Phrase value) {
        return Filter.compare(field.key(), Comparison.CONTAINS, value.text());
    }
}
