package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that some tokens say.
 *
 * @param field the one field whose value it names; null where it does more
 */
record Clause(Filter filter, @Nullable FieldSpec field, int tokens) {

    Clause longer(int more) {
        return new Clause(filter, field, tokens + more);
    }

    /** The opposite; an empty field is not what it is said not to be. */
    Clause negated() {
        return new Clause(negated(filter), field, tokens);
    }

    boolean isNegated() {
        return filter instanceof Filter.Not
                || (filter instanceof Filter.Compare compare && compare.comparison() == Comparison.NE);
    }

    /** “Without a phone nor an email”, “not approved nor with one”: neither of both; where the first is not denied yet, both will be together. */
    Clause nor(Clause other) {
        boolean empty = filter instanceof Filter.Compare compare && compare.comparison() == Comparison.EMPTY;
        if (!isNegated() && !empty) {
            return or(other);
        }
        Clause denied = other.isNegated() ? other : other.negated();
        return new Clause(new Filter.All(List.of(filter, denied.filter)), field, tokens);
    }

    /** Either of both; of two that say what is not, neither. */
    Clause or(Clause other) {
        List<Filter> parts = List.of(filter, other.filter);
        boolean neither = isNegated() && other.isNegated();
        return new Clause(neither ? new Filter.All(parts) : new Filter.Any(parts), field, tokens);
    }

    private static Filter negated(Filter filter) {
        if (filter instanceof Filter.Compare compare) {
            Comparison opposite =
                    switch (compare.comparison()) {
                        case EQ -> Comparison.NE;
                        case NE -> Comparison.EQ;
                        case EMPTY -> Comparison.NOT_EMPTY;
                        case NOT_EMPTY -> Comparison.EMPTY;
                        case LT, LE, GT, GE, IN, NOT_IN, CONTAINS, STARTS_WITH -> compare.comparison();
                    };
            return opposite == compare.comparison()
                    ? new Filter.Not(filter)
                    : new Filter.Compare(compare.path(), opposite, compare.value());
        }
        return filter instanceof Filter.Not not ? not.part() : new Filter.Not(filter);
    }
}
