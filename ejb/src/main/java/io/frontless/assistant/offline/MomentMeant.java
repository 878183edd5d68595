package io.frontless.assistant.offline;

import io.frontless.operation.FieldSpec;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which field a moment is meant for, as it is said of some records: by its name, by a verb, or by what alone can be moved. */
record MomentMeant(Turn turn, Target target, Moment moment) {

    private static final Set<String> REMINDING = Set.of("reminder", "remind", "reminded");

    /** As a command has it; empty where another field is meant, or a day without a time. */
    Optional<MomentChange> of(Match match, boolean moves) {
        if (match.has("both")) {
            return fields().isPair() && fields().named(match.the("both")).equals(fields().end())
                    ? fields().start().map(start -> change(start, fields().end(), false))
                    : Optional.empty();
        }
        if (match.has("longer")) {
            return fields().end().map(end -> change(end, Optional.empty(), false));
        }
        if (match.has("reminded")) {
            return reminder().map(field -> change(field, Optional.empty(), false));
        }
        if (match.has("field") && !fields().isAny(match.the("field"))) {
            return fields().named(match.the("field")).map(field -> change(field, Optional.empty(), false));
        }
        return fields().isOfPeople() && !match.has("field") ? Optional.empty() : unnamed(moves);
    }

    /** As it is told. */
    Optional<MomentChange> told(Match match) {
        Optional<FieldSpec> field = match.has("verb") && match.the("verb").size() == 1
                ? fields().byVerb(match.the("verb").at(0))
                : match.has("field") ? fields().named(match.the("field")) : Optional.empty();
        if (field.isPresent()) {
            MomentChange change = change(field.get(), Optional.empty(), false);
            boolean after = change.endsBefore(fields());
            return Optional.of(change(field.get(), Optional.empty(), after));
        }
        boolean any = match.has("field") && fields().isAny(match.the("field"));
        boolean named = match.has("verb") || (match.has("field") && !any);
        return named || moment.time().isEmpty()
                ? Optional.empty()
                : fields().isPair() ? unnamed(true) : fields().when().flatMap(when -> unnamed(true));
    }

    private Optional<MomentChange> unnamed(boolean moves) {
        List<FieldSpec> moments = fields().all();
        if (moment.time().isEmpty() && fields().hasDays()) {
            return fields().dueDay().filter(due -> moves).map(due -> change(due, Optional.empty(), false));
        }
        if (moments.isEmpty()) {
            return Optional.empty();
        }
        if (fields().isPair()) {
            return fields().start().map(start -> change(start, Optional.empty(), true));
        }
        if (moments.size() > 1) {
            throw MomentFields.askedOf(moments);
        }
        return Optional.of(change(moments.get(0), Optional.empty(), false));
    }

    private Optional<FieldSpec> reminder() {
        return NewValues.one(fields().all().stream()
                .filter(field -> Names.stems(field.label()).stream().anyMatch(REMINDING::contains))
                .toList());
    }

    private MomentChange change(FieldSpec field, Optional<FieldSpec> along, boolean both) {
        return new MomentChange(target, moment, field, along, both);
    }

    private MomentFields fields() {
        return new MomentFields(turn, target.entity());
    }
}
