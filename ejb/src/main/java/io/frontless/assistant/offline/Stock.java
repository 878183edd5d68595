package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads whether something is there: “in stock”, “out of stock”, “sold out”, where a number says how much. */
record Stock(Turn turn, EntityView entity) {

    private static final Set<String> THERE = Set.of("in stock", "on stock", "on hand");
    private static final Set<String> GONE = Set.of("out of stock", "sold out", "run out", "ran out", "used up");
    private static final int TOKENS_MAX = 3;

    Optional<Clause> read(Phrase phrase) {
        for (int length = Math.min(phrase.size(), TOKENS_MAX); length > 1; length--) {
            String said = phrase.to(length).text().toLowerCase(Locale.ROOT);
            List<FieldSpec> fields = THERE.contains(said) || GONE.contains(said) ? Roles.stock(entity) : List.of();
            if (fields.size() == 1) {
                String field = fields.get(0).key();
                Filter there = Filter.compare(field, Comparison.GT, BigDecimal.ZERO);
                return Optional.of(new Clause(THERE.contains(said) ? there : none(field), null, length));
            }
        }
        return Optional.empty();
    }

    private static Filter none(String field) {
        return new Filter.Any(List.of(
                new Filter.Compare(field, Comparison.EMPTY, null),
                Filter.compare(field, Comparison.LE, BigDecimal.ZERO)));
    }
}
