package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** “Should have been paid before today”: what was expected by a day is told by when it was due, and not by when it happened. */
record Expected(Turn turn, EntityView entity) {

    private static final List<Form> FORMS = List.of(
            Form.of("should|must have been <done> by|before <day>"), Form.of("was|were to be <done> by|before <day>"));
    private static final Set<String> BY = Set.of("by");

    Optional<Clause> read(Phrase phrase) {
        for (Match match : Form.matches(FORMS, phrase)) {
            Phrase day = match.the("day");
            Optional<Dates.Dated> date = match.the("done").size() == 1
                    ? Dates.leading(day, turn.request().today())
                            .filter(found -> found.span().isDay())
                    : Optional.empty();
            if (date.isPresent()) {
                int end = phrase.size() - day.size();
                FieldSpec field =
                        Slots.one(Roles.due(entity), phrase.to(end + date.get().tokens()));
                Comparison until = phrase.at(end - 1).isOneOf(BY) ? Comparison.LE : Comparison.LT;
                return Optional.of(new Clause(
                        date.get().span().compared(field, until),
                        field,
                        end + date.get().tokens()));
            }
        }
        return Optional.empty();
    }
}
