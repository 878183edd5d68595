package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads that something is still to be done, or should have been by now: “open”, “outstanding”, “overdue”. */
record Undone(Turn turn, EntityView entity) {

    /** Words for what should have been done by now. */
    private static final Set<String> OVERDUE = Set.of("overdue", "late");

    /** Words for what is still to be done, where no option says so itself. */
    private static final Set<String> OPEN = Set.of("open", "outstanding", "unfinished", "undone", "unresolved");

    /** What was done on a day that is filled in. */
    private static final Set<String> DONE_ON = Set.of(
            "paid",
            "received",
            "returned",
            "completed",
            "delivered",
            "closed",
            "finished",
            "settled",
            "collected",
            "resolved");

    private static final Set<String> DONE = Set.of(
            ("paid done closed completed complete cancelled canceled returned delivered resolved finished fixed archived settled won lost"
                            + " void voided invoiced billed shipped dispatched rejected declined refunded terminated withdrawn")
                    .split(" "));

    private static final Set<String> WRITTEN_OFF = Set.of("written off", "called off");

    Optional<Clause> read(Phrase phrase) {
        return overdue(phrase).or(() -> open(phrase));
    }

    /** Before today, and not among what is done; a choice that has such an option is read before. */
    Optional<Clause> overdue(Phrase phrase) {
        boolean past =
                phrase.size() > 1 && phrase.startsWith("past") && phrase.at(1).is("due");
        if (!past && !phrase.startsWithOneOf(OVERDUE)) {
            return Optional.empty();
        }
        List<FieldSpec> due = Roles.due(entity);
        if (due.isEmpty()) {
            throw Unclear.say("%s has no date, so none can be overdue.".formatted(entity.label()));
        }
        return Optional.of(new Clause(before(Slots.one(due, phrase.to(1))), null, past ? 2 : 1));
    }

    /** Before today by that day, and not among what is done. */
    Filter before(FieldSpec due) {
        List<Filter> parts = new ArrayList<>();
        parts.add(Span.day(turn.request().today()).compared(due, Comparison.LT));
        parts.addAll(undone());
        return new Filter.All(parts);
    }

    /** Not among what is done. */
    Optional<Clause> open(Phrase phrase) {
        List<Filter> parts = phrase.startsWithOneOf(OPEN) ? undone() : List.of();
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Clause(new Filter.All(parts), null, 1));
    }

    private List<Filter> undone() {
        List<Filter> parts = new ArrayList<>();
        for (FieldSpec field : entity.fields()) {
            if (field.type() == FieldType.BOOLEAN && isDone(field.label())) {
                parts.add(new Filter.Compare(field.key(), Comparison.NE, true));
            }
            if (Roles.isDate(field)
                    && DONE_ON.contains(Names.stems(field.label()).get(0))) {
                parts.add(new Filter.Compare(field.key(), Comparison.EMPTY, null));
            }
            field.options().stream()
                    .filter(Undone::isDone)
                    .forEach(option -> parts.add(new Filter.Compare(field.key(), Comparison.NE, option)));
        }
        return parts;
    }

    private static boolean isDone(String word) {
        String done = String.join(" ", Names.stems(word));
        return DONE.contains(done) || WRITTEN_OFF.contains(done);
    }
}
