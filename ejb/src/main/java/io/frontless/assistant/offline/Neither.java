package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Reads several values that a field has not: “whose home port is neither Saltmere nor Cowes nor Poole”.
 *
 * @param value reads one of them
 */
record Neither(BiFunction<FieldSpec, Phrase, Optional<Clause>> value) {

    private static final Set<String> NEITHER = Set.of("neither");
    private static final Set<String> NOR = Set.of("nor");
    private static final Set<String> ENDS = Set.of(",", "and", "or", "with", "where", "whose", "that", "which", "who");

    Optional<Clause> read(FieldSpec field, Phrase rest) {
        List<Filter> none = new ArrayList<>();
        int end = 0;
        while (end + 1 < rest.size() && rest.at(end).isOneOf(end == 0 ? NEITHER : NOR)) {
            int from = end + 1;
            int next = from + 1;
            while (next < rest.size()
                    && !rest.at(next).isOneOf(NOR)
                    && !rest.at(next).isOneOf(ENDS)) {
                next++;
            }
            Optional<Clause> said = value.apply(field, rest.sub(from, next)).filter(clause -> clause.tokens() > 0);
            if (said.isEmpty()) {
                return Optional.empty();
            }
            none.add(said.get().negated().filter());
            end = from + said.get().tokens();
        }
        return none.isEmpty() ? Optional.empty() : Optional.of(new Clause(Filter.all(none), null, end));
    }
}
