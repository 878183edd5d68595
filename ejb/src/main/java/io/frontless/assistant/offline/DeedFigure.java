package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a number of one record that is told as a deed: “has sold fewer than 15 seats”, where a field is called “Seats sold”, “gets less than 35 an hour”. */
record DeedFigure(Turn turn, EntityView entity) {

    private static final Set<String> LIGHT = Set.of(
            "is", "are", "was", "were", "has", "have", "had", "been", "the", "a", "an", "of", "for", "in", "its",
            "there", "already", "still", "yet", "now", "so", "far", "left", "per", "each");

    /** The condition; empty where no number is compared, or not every word belongs to the name of one field. */
    Optional<Filter> filter(Phrase said) {
        for (int i = 0; i < said.size(); i++) {
            Phrase rest = said.from(i);
            Optional<Comparisons.Said> comparison = Comparisons.leading(rest).filter(DeedFigure::isOrdered);
            Optional<Amounts.Amount> amount = comparison.flatMap(found -> Amounts.leading(rest.from(found.tokens())));
            if (amount.isPresent()) {
                Phrase after =
                        rest.from(comparison.get().tokens() + amount.get().tokens());
                return field(said.to(i), after)
                        .map(field ->
                                compare(field, comparison.get(), amount.get().value()));
            }
        }
        return Optional.empty();
    }

    private static Filter compare(FieldSpec field, Comparisons.Said said, BigDecimal value) {
        return new Filter.Compare(field.key(), said.comparison(), value);
    }

    private static boolean isOrdered(Comparisons.Said said) {
        return Set.of(Comparison.LT, Comparison.LE, Comparison.GT, Comparison.GE)
                .contains(said.comparison());
    }

    private Optional<FieldSpec> field(Phrase before, Phrase after) {
        List<FieldSpec> paid = Roles.paidIn(entity, after);
        if (paid.size() == 1 && before.size() + after.size() <= 3) {
            return Optional.of(paid.get(0));
        }
        List<String> words = new ArrayList<>(stems(before));
        words.addAll(stems(after));
        List<FieldSpec> fields = words.isEmpty()
                ? List.of()
                : entity.fields().stream()
                        .filter(Roles::isNumber)
                        .filter(field -> new HashSet<>(turn.schema().stems(field.label())).containsAll(words))
                        .toList();
        return fields.size() == 1 ? Optional.of(fields.get(0)) : Optional.empty();
    }

    private List<String> stems(Phrase words) {
        Phrase said = words.without(token -> token.isOneOf(LIGHT));
        return said.isEmpty() ? List.of() : turn.schema().stems(said.text());
    }
}
