package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Records that are moved to a moment.
 *
 * @param field what gets the moment
 * @param along the field that moves by as much, as an end does with its start
 * @param both whether it has to be asked whether an end moves, too
 */
record MomentChange(Target target, Moment moment, FieldSpec field, Optional<FieldSpec> along, boolean both) {

    /** The change; a question where the end may move as well, or where the moment is only half said. */
    Proposal made(Turn turn, Phrase said) {
        moment.requireSure();
        if (both) {
            throw askedOfEnd(turn, said);
        }
        return Changes.of(target, this::values);
    }

    private Values values(Found record) {
        if (field.type() == FieldType.DATE) {
            return Values.of(field.key(), moment.day().orElseThrow().toString());
        }
        Instant next = next(record);
        Values values = Values.of(field.key(), next.toString());
        Optional<Instant> old = present(record, field);
        return along.map(other -> {
                    Duration by = Duration.between(old.orElseThrow(() -> empty(record, field)), next);
                    Instant end = present(record, other).orElseThrow(() -> empty(record, other));
                    return values.with(other.key(), end.plus(by).toString());
                })
                .orElse(values);
    }

    private Instant next(Found record) {
        return moment.on(present(record, field))
                .orElseThrow(() -> Unclear.settled("%s of %s is empty. Say %s, too."
                        .formatted(field.label(), record.title(), moment.day().isEmpty() ? "the day" : "the time")));
    }

    /** Whether a record would end before it starts. */
    boolean endsBefore(MomentFields fields) {
        return fields.isPair()
                && target.records().stream().anyMatch(record -> fields.wouldEndBefore(record, values(record)));
    }

    static Optional<Instant> present(Found record, FieldSpec field) {
        return Optional.ofNullable(record.values().get(field.key()))
                .map(String::valueOf)
                .map(Instant::parse);
    }

    static Unclear empty(Found record, FieldSpec field) {
        return Unclear.settled("%s of %s is empty, so it cannot be moved.".formatted(field.label(), record.title()));
    }

    private Unclear askedOfEnd(Turn turn, Phrase said) {
        MomentFields fields = new MomentFields(turn, target.entity());
        String end = lower(fields.end().orElse(field));
        String start = lower(fields.start().orElse(field));
        String name =
                target.isOne() ? RecordFinder.quote(target.records().get(0).title()) : "them";
        String to = "to " + (said.startsWith("to") || said.startsWith("at") ? said.from(1) : said).text();
        return Unclear.ask(
                "Does “%s” of %s move by as much?".formatted(end, target.name()),
                List.of(
                        "move %s with its %s %s".formatted(name, end, to),
                        "set the %s of %s %s".formatted(start, name, to)));
    }

    private static String lower(FieldSpec field) {
        return field.label().toLowerCase(Locale.ROOT);
    }
}
