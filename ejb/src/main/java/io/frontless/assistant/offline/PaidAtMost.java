package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;

/** Reads what something costs, where the side of the number stands behind it. */
final class PaidAtMost {

    private PaidAtMost() {}

    /** “Costs 50 an hour at most”: the side stands behind the number and what it is paid for. */
    static Optional<Clause> read(EntityView entity, Phrase rest) {
        Optional<Amounts.Amount> amount = Amounts.leading(rest);
        int number = amount.map(Amounts.Amount::tokens).orElse(0);
        List<FieldSpec> paid = number == 0 ? List.of() : Roles.paid(Roles.amount(entity), rest.from(number));
        int end = number + (paid.isEmpty() ? 0 : 2);
        Optional<Comparisons.Said> side = number == 0 ? Optional.empty() : Comparisons.trailing(rest.from(end), false);
        List<FieldSpec> amounts = paid.isEmpty() ? Roles.amount(entity) : paid;
        return side.filter(found -> amounts.size() == 1)
                .map(found -> new Clause(
                        new Filter.Compare(
                                amounts.get(0).key(),
                                found.comparison(),
                                amount.get().value()),
                        null,
                        end + found.tokens()));
    }
}
