package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Values;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Records that are moved by a length of time; empty where another field is meant by it, as the hours that something takes. */
record MomentShift(Turn turn, Target target, Lapse by, boolean later) {

    private static final Set<String> LENGTHS = Set.of("hour", "minute", "duration", "length", "day", "week", "time");

    /** The whole of it: with a start and an end both. */
    Optional<Proposal> whole() {
        MomentFields fields = fields();
        boolean days = !by.isOfHours() && fields.hasDays();
        List<FieldSpec> moments = fields.all();
        if (days || moments.isEmpty() || fields.isOfPeople()) {
            return Optional.empty();
        }
        if (moments.size() > 1 && !fields.isPair()) {
            throw MomentFields.askedOf(moments);
        }
        return Optional.of(moved(moments));
    }

    /** The field of this name. */
    Optional<Proposal> named(Phrase name) {
        return fields().isAny(name) ? whole() : fields().named(name).map(field -> moved(List.of(field)));
    }

    /** “Arrives two hours later”; what starts later may end later, too. */
    Optional<Proposal> byVerb(Phrase verb) {
        Optional<FieldSpec> field = verb.size() == 1 ? fields().byVerb(verb.at(0)) : Optional.empty();
        if (field.isPresent() && fields().isPair() && field.equals(fields().start())) {
            throw askedOfEnd(field.get());
        }
        return field.map(found -> moved(List.of(found)));
    }

    /** The end, where it has one and no number tells how long it takes; what only starts is not made longer by that. */
    Optional<Proposal> end() {
        boolean lasting = target.entity().fields().stream()
                .filter(Roles::isNumber)
                .anyMatch(field -> Names.stems(field.label()).stream().anyMatch(LENGTHS::contains));
        boolean days = !by.isOfHours() && fields().hasDays();
        if (lasting || days) {
            return Optional.empty();
        }
        Optional<FieldSpec> end = fields().end();
        if (end.isEmpty() && !fields().all().isEmpty()) {
            throw Unclear.settled("No field of %s says when it ends.".formatted(target.name()));
        }
        return end.map(field -> moved(List.of(field)));
    }

    private Proposal moved(List<FieldSpec> fields) {
        // What is made shorter by more than it lasts would end before it starts.
        return Changes.of(target, record -> {
            Values values = Values.none();
            for (FieldSpec field : fields) {
                Instant present =
                        MomentChange.present(record, field).orElseThrow(() -> MomentChange.empty(record, field));
                values = values.with(field.key(), by.from(present, later).toString());
            }
            if (fields().wouldEndBefore(record, values)) {
                throw Unclear.settled("%s would end before it starts.".formatted(record.title()));
            }
            return values;
        });
    }

    private Unclear askedOfEnd(FieldSpec start) {
        String name =
                target.isOne() ? RecordFinder.quote(target.records().get(0).title()) : "them";
        String length = by.said();
        String verb = later ? "later" : "earlier";
        return Unclear.ask(
                "Does the end of %s move by as much?".formatted(target.name()),
                List.of(
                        "move %s %s %s".formatted(name, length, verb),
                        "move the %s of %s %s %s"
                                .formatted(start.label().toLowerCase(Locale.ROOT), name, length, verb)));
    }

    private MomentFields fields() {
        return new MomentFields(turn, target.entity());
    }
}
