package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads how long ago something was: “not contacted in 3 weeks”, “older than 30 days”. */
record Ages(Turn turn, EntityView entity) {

    private static final List<Form> STALE = List.of(
            Form.of("not|untouched|uncontacted [been] [contacted|touched|changed|updated|seen] [in|for|since] [the]"
                    + " [last|past] <span>"),
            Form.of("haven't|hasn't|haven’t|hasn’t [been] contacted|touched|changed|updated|seen [in|for|since] [the]"
                    + " [last|past] <span>"),
            Form.of("have|has not been contacted|touched|changed|updated|seen [in|for|since] [the] [last|past]"
                    + " <span>"));
    private static final List<Form> AGED =
            List.of(Form.of("older|newer|younger than <span>"), Form.of("more|less than <span> old"));

    Optional<Clause> read(Phrase phrase) {
        return stale(phrase).or(() -> aged(phrase));
    }

    /** “Not contacted in 3 weeks”, where a field says when that was last. */
    private Optional<Clause> stale(Phrase phrase) {
        for (Match match : Form.matches(STALE, phrase)) {
            Optional<Lasting> lasting = lasting(match.the("span"));
            if (lasting.isPresent()) {
                List<FieldSpec> fields = entity.fields().stream()
                        .filter(field -> Roles.isDate(field)
                                && Names.stems(field.label()).contains("last"))
                        .toList();
                if (fields.isEmpty()) {
                    throw Unclear.say("%s has no field that says when that was last.".formatted(entity.label()));
                }
                Filter before =
                        Span.day(lasting.get().before()).compared(Slots.one(fields, phrase.to(1)), Comparison.LT);
                int rest = match.the("span").size() - lasting.get().tokens();
                return Optional.of(new Clause(before, null, phrase.size() - rest));
            }
        }
        return Optional.empty();
    }

    private Optional<Clause> aged(Phrase phrase) {
        for (Match match : Form.matches(AGED, phrase)) {
            Optional<Lasting> lasting = lasting(match.the("span"));
            List<FieldSpec> fields = lasting.isEmpty() ? List.of() : Roles.day(entity);
            if (!fields.isEmpty()) {
                boolean older = phrase.startsWithOneOf(Set.of("older", "more"));
                Filter filter = Span.day(lasting.get().before())
                        .compared(Slots.one(fields, phrase.to(1)), older ? Comparison.LT : Comparison.GT);
                int rest = match.the("span").size() - lasting.get().tokens();
                return Optional.of(new Clause(filter, null, phrase.size() - rest));
            }
        }
        return Optional.empty();
    }

    /** A length of time, counted back from today. */
    private record Lasting(LocalDate before, int tokens) {}

    private Optional<Lasting> lasting(Phrase phrase) {
        if (phrase.size() < 2 || phrase.at(0).quoted()) {
            return Optional.empty();
        }
        String unit = Names.singular(phrase.at(1).text().toLowerCase(Locale.ROOT));
        boolean known = Set.of("day", "week", "month", "year").contains(unit);
        return known
                ? Dates.count(phrase.at(0).text()).map(count -> new Lasting(Dates.shifted(today(), -count, unit), 2))
                : Optional.empty();
    }

    private LocalDate today() {
        return turn.request().today();
    }
}
