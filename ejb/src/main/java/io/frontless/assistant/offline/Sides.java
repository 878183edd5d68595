package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The days between which something is so, by words that none of their names has: “First day” is when it starts, “Runs until” when it ends, and who has
 * “Client since” joined then.
 */
final class Sides {

    private static final Set<String> STARTING = Set.of("start", "begin");
    private static final Set<String> ENDING = Set.of("end", "finish");
    private static final Set<String> STARTS = Set.of("first", "start", "begin", "from");
    private static final Set<String> ENDS = Set.of("last", "end", "until", "till", "to");
    private static final Set<String> JOINING = Set.of("join");
    private static final Set<String> JOINED = Set.of("since", "start", "started", "joined");

    /** What else such a name may have: “Starts on”, “Runs until”. */
    private static final Set<String> BESIDE = Set.of("day", "night", "date", "on", "run", "runs", "valid");

    private static final Set<String> DAYS = Set.of("day", "date");

    private Sides() {}

    /** The one day that is called so, and by nothing else: “Last cleaned” is no end. */
    static List<FieldSpec> of(EntityView entity, String verb) {
        Set<String> side = side(verb);
        List<FieldSpec> fields = side.isEmpty()
                ? List.of()
                : entity.fields().stream()
                        .filter(field -> Roles.isDate(field) && isCalled(entity, field, side))
                        .toList();
        return fields.size() == 1 ? fields : List.of();
    }

    /** “Their end date has passed”: the one day that is when it ends, or starts. */
    static Optional<SchemaLinker.Named<FieldSpec>> leading(EntityView entity, Phrase phrase) {
        boolean day = phrase.size() > 2 && phrase.at(0).isWord() && phrase.at(1).isOneOf(DAYS);
        return day
                ? NewValues.one(of(entity, phrase.at(0).text())).map(field -> new SchemaLinker.Named<>(field, 2))
                : Optional.empty();
    }

    /** Whether a verb tells that something has started or ended. */
    static boolean isOver(String verb) {
        return Words.isPast(verb) && !side(verb).isEmpty();
    }

    private static Set<String> side(String verb) {
        return Words.isFormOf(verb, STARTING)
                ? STARTS
                : Words.isFormOf(verb, ENDING) ? ENDS : Words.isFormOf(verb, JOINING) ? JOINED : Set.of();
    }

    private static boolean isCalled(EntityView entity, FieldSpec field, Set<String> side) {
        List<String> label = Names.stems(field.label());
        List<String> own = Names.stems(entity.label());
        if (side.equals(JOINED) && label.get(label.size() - 1).equals("since")) {
            return true;
        }
        return label.stream().anyMatch(side::contains)
                && label.stream().allMatch(word -> side.contains(word) || BESIDE.contains(word) || own.contains(word));
    }
}
