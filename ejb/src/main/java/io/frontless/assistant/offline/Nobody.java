package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;

/** Reads that records are nobody's: “that nobody is on”, “nobody has taken on”, “without anyone on them”. */
record Nobody(Turn turn, EntityView entity) {

    private static final int TOKENS_MAX = 5;
    private static final List<Form> NOBODY = List.of(
            Form.of("nobody|noone|no-one is|'s on|assigned [to] [it|them]"),
            Form.of("no one is|'s on|assigned [to] [it|them]"),
            Form.of("nobody|noone|no-one has|'s taken|picked on|up|over"),
            Form.of("no one has|'s taken|picked on|up|over"),
            Form.of("without anybody|anyone|somebody|someone on it|them"),
            Form.of("without anybody|anyone|somebody|someone assigned [to] [it|them]"));

    /** That the one field is empty that says who has to see to it. */
    Optional<Clause> read(Phrase phrase) {
        for (int length = Math.min(TOKENS_MAX, phrase.size()); length > 2; length--) {
            if (!Form.matches(NOBODY, phrase.to(length)).isEmpty()) {
                List<FieldSpec> fields = Roles.assigned(entity);
                return fields.size() == 1
                        ? Optional.of(new Clause(
                                new Filter.Compare(fields.get(0).key(), Comparison.EMPTY, null), null, length))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
