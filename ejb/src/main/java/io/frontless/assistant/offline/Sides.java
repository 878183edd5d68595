package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Set;

/** The days between which something is so, by words that none of their names has: “First day” is when it starts, “Until” when it ends. */
final class Sides {

    private static final Set<String> STARTING = Set.of("start", "begin");
    private static final Set<String> ENDING = Set.of("end", "finish");
    private static final Set<String> STARTS = Set.of("first", "start", "begin", "from");
    private static final Set<String> ENDS = Set.of("last", "end", "until", "till", "to");
    private static final Set<String> DAYS = Set.of("day", "night", "date");

    private Sides() {}

    /** The one day that is called so, and by nothing else: “Last cleaned” is no end. */
    static List<FieldSpec> of(EntityView entity, String verb) {
        Set<String> side = Words.isFormOf(verb, STARTING) ? STARTS : Words.isFormOf(verb, ENDING) ? ENDS : Set.of();
        List<FieldSpec> fields = side.isEmpty()
                ? List.of()
                : entity.fields().stream()
                        .filter(field -> Roles.isDate(field) && isCalled(entity, field, side))
                        .toList();
        return fields.size() == 1 ? fields : List.of();
    }

    private static boolean isCalled(EntityView entity, FieldSpec field, Set<String> side) {
        List<String> label = Names.stems(field.label());
        List<String> own = Names.stems(entity.label());
        return label.stream().anyMatch(side::contains)
                && label.stream().allMatch(word -> side.contains(word) || DAYS.contains(word) || own.contains(word));
    }
}
