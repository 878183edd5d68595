package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads in how many days something is done, where a number of them is called by the verb: “that deliver within a week”, “paying within 10 days”. */
record WithinDays(EntityView entity) {

    private static final int TOKENS = 4;
    private static final Set<String> WITHIN = Set.of("within", "in");
    private static final int WEEK = 7;
    private static final int VERB_CHARS_MIN = 3;

    /** The condition; a month has no certain number of days. */
    Optional<Clause> read(Phrase phrase) {
        boolean within = phrase.size() >= TOKENS
                && phrase.at(0).isWord()
                && phrase.at(1).isOneOf(WITHIN)
                && days(phrase.at(3)) > 0;
        Optional<Integer> count = within ? Dates.count(phrase.at(2).text().toLowerCase(Locale.ROOT)) : Optional.empty();
        return count.flatMap(some -> NewValues.one(fields(phrase.at(0))).map(field -> {
            BigDecimal most = BigDecimal.valueOf((long) some * days(phrase.at(3)));
            return new Clause(Filter.compare(field.key(), Comparison.LE, most), null, TOKENS);
        }));
    }

    /** “Delivery days” of who delivers. */
    private List<FieldSpec> fields(Token verb) {
        return entity.fields().stream()
                .filter(field -> field.type() == FieldType.INTEGER)
                .filter(field -> {
                    List<String> label = Names.stems(field.label());
                    return label.contains("day")
                            && Words.bases(verb.text())
                                    .filter(base -> base.length() >= VERB_CHARS_MIN)
                                    .anyMatch(base -> label.stream().anyMatch(word -> word.startsWith(base)));
                })
                .toList();
    }

    private static int days(Token unit) {
        return switch (Names.singular(unit.text().toLowerCase(Locale.ROOT))) {
            case "day" -> 1;
            case "week" -> WEEK;
            default -> 0;
        };
    }
}
