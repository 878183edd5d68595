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

    private static final String TOUCHED = "contacted|touched|changed|updated|seen|edited|modified|visited";
    private static final String LASTING = "[in|for|since] [the] [last|past] <span>";
    private static final List<String> NOT_TOUCHED = List.of(
            "not|untouched|uncontacted|unchanged [been] [" + TOUCHED + "]",
            "haven't|hasn't|haven’t|hasn’t|weren't|wasn't [been] " + TOUCHED,
            "have|has|was|were not [been] " + TOUCHED);
    private static final List<Form> STALE = NOT_TOUCHED.stream()
            .flatMap(begin -> Form.each(begin, LASTING, "since <day>").stream())
            .toList();
    private static final List<Form> OLD =
            List.of(Form.of("older|younger than <years>"), Form.of("over|under|above|below <years>"));
    private static final Set<String> OF_AGE = Set.of("year", "years", "old", "of", "age");
    private static final int YEARS_MAX = 120;
    private static final List<Form> AGED =
            List.of(Form.of("older|newer|younger than <span>"), Form.of("more|less than <span> old"));

    Optional<Clause> read(Phrase phrase) {
        return stale(phrase).or(() -> aged(phrase)).or(() -> born(phrase));
    }

    /** “Not contacted in 3 weeks”, “not contacted since May”, where a field says when that was last. */
    private Optional<Clause> stale(Phrase phrase) {
        for (Match match : Form.matches(STALE, phrase)) {
            Phrase said = match.the(match.has("day") ? "day" : "span");
            Optional<Lasting> lasting = match.has("day") ? day(said) : lasting(said);
            if (lasting.isPresent()) {
                List<FieldSpec> fields = touched(phrase);
                if (fields.isEmpty()) {
                    String many = Names.plural(entity.label());
                    throw Unclear.say(
                            "%s has no field that says when that was last, and records cannot be chosen by their last change."
                                    .formatted(entity.label()),
                            "show the changes of %s since %s"
                                    .formatted(many, lasting.get().before()));
                }
                Filter before =
                        Span.day(lasting.get().before()).compared(Slots.one(fields, phrase.to(1)), Comparison.LT);
                int rest = said.size() - lasting.get().tokens();
                return Optional.of(new Clause(before, null, phrase.size() - rest));
            }
        }
        return Optional.empty();
    }

    /** Dates that say when something was last, or when it was done that is denied. */
    private List<FieldSpec> touched(Phrase phrase) {
        List<FieldSpec> last = entity.fields().stream()
                .filter(field ->
                        Roles.isDate(field) && Names.stems(field.label()).contains("last"))
                .toList();
        return last.isEmpty()
                ? phrase.tokens().stream()
                        .filter(token -> token.isOneOf(Set.of(TOUCHED.split("\\|"))))
                        .findFirst()
                        .map(token -> Roles.dates(entity, token.text().toLowerCase(Locale.ROOT)))
                        .orElse(List.of())
                : last;
    }

    private Optional<Lasting> day(Phrase phrase) {
        return Dates.leading(phrase, today())
                .map(date -> date.leaning(today(), true))
                .map(date -> new Lasting(date.span().from(), date.tokens()));
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

    /** “Older than 60”, “under 18 years old”: by the day of birth. */
    private Optional<Clause> born(Phrase phrase) {
        List<FieldSpec> births = Roles.birth(entity);
        boolean sure = phrase.startsWithOneOf(Set.of("older", "younger", "aged"))
                || Roles.amount(entity).isEmpty();
        Phrase said = phrase.startsWith("aged") ? phrase.from(1) : phrase;
        for (Match match : births.size() == 1 && sure ? Form.matches(OLD, said) : List.<Match>of()) {
            Optional<Integer> years =
                    Amounts.count(match.the("years")).filter(count -> count > 0 && count <= YEARS_MAX);
            if (years.isPresent()) {
                boolean over = said.startsWithOneOf(Set.of("older", "over", "above"));
                LocalDate born = today().minusYears(years.get());
                Filter filter = Span.day(born).compared(births.get(0), over ? Comparison.LT : Comparison.GT);
                int end = said.size() - match.the("years").size() + 1;
                int unit = 0;
                while (end + unit < said.size() && said.at(end + unit).isOneOf(OF_AGE)) {
                    unit++;
                }
                return Optional.of(new Clause(filter, null, phrase.size() - said.size() + end + unit));
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
