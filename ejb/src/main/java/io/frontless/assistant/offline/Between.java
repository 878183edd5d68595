package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads what lies between two amounts or days, both included. */
record Between(LocalDate today, boolean past) {

    private static final Set<String> TO = Set.of("and", "to", "until", "till", "through");

    /** Of days that may as well be still to come. */
    Between(LocalDate today) {
        this(today, false);
    }

    /** “Between 5 and 10k”, “from 100 to 200”: both ends included. */
    Optional<Clause> read(Phrase phrase, Phrase cue, Function<Boolean, List<FieldSpec>> fieldsOf) {
        int skip = phrase.startsWith("is") ? 1 : 0;
        if (!phrase.from(skip).startsWithOneOf(Set.of("between", "from"))) {
            return Optional.empty();
        }
        Phrase rest = phrase.from(skip + 1);
        Optional<Dates.Dated> first = Amounts.leading(rest).isPresent() ? Optional.empty() : Dates.leading(rest, today);
        Optional<Dates.Dated> iso = first.isPresent()
                ? first
                : Dates.leading(rest, today)
                        .filter(date -> date.tokens() > 1
                                || rest.at(0).text().length() > 4
                                || fieldsOf.apply(false).isEmpty());
        Optional<Clause> days = daysOfMonth(rest, fieldsOf.apply(true), cue);
        if (days.isPresent()) {
            return days.map(clause -> clause.longer(skip + 1));
        }
        if (iso.isPresent()) {
            return dates(rest, iso.get(), fieldsOf.apply(true), cue).map(clause -> clause.longer(skip + 1));
        }
        return amounts(rest, fieldsOf.apply(false), cue).map(clause -> clause.longer(skip + 1));
    }

    /** “Between 5 and 15 October”: both are days of that month. */
    private Optional<Clause> daysOfMonth(Phrase rest, List<FieldSpec> fields, Phrase cue) {
        boolean and = rest.size() > 3 && rest.at(1).isOneOf(TO);
        Optional<Integer> day = and && !fields.isEmpty() ? Amounts.count(rest.to(1)) : Optional.empty();
        return day.filter(first -> first > 0 && first < 29).flatMap(first -> Dates.leading(rest.from(2), today)
                .filter(last -> last.tokens() > 1 && last.span().isDay() && last.plain())
                .map(last -> {
                    LocalDate end = (last.yearless() ? last.leaning(today, false) : last)
                            .span()
                            .to();
                    FieldSpec field = Slots.one(fields, cue.to(1));
                    Filter both = Filter.all(
                            Span.day(end.withDayOfMonth(first)).compared(field, Comparison.GE),
                            Span.day(end).compared(field, Comparison.LE));
                    return new Clause(both, null, 2 + last.tokens());
                }));
    }

    private Optional<Clause> dates(Phrase rest, Dates.Dated first, List<FieldSpec> fields, Phrase cue) {
        int end = first.tokens();
        if (fields.isEmpty() || rest.size() <= end + 1 || !rest.at(end).isOneOf(TO)) {
            return Optional.empty();
        }
        FieldSpec field = Slots.one(fields, cue.to(1));
        Span from = first.leaning(today, past).span();
        return Dates.leading(rest.from(end + 1), today)
                .map(second -> new Clause(
                        Filter.all(
                                from.compared(field, Comparison.GE),
                                second.after(from, today).compared(field, Comparison.LE)),
                        null,
                        end + 1 + second.tokens()));
    }

    private static Optional<Clause> amounts(Phrase rest, List<FieldSpec> fields, Phrase cue) {
        Optional<Amounts.Amount> low = Amounts.leading(rest);
        int end = low.map(Amounts.Amount::tokens).orElse(rest.size());
        if (fields.isEmpty() || rest.size() <= end + 1 || !rest.at(end).isOneOf(Set.of("and", "to"))) {
            return Optional.empty();
        }
        String field = Slots.one(fields, cue.to(1)).key();
        return Amounts.leading(rest.from(end + 1))
                .map(high -> new Clause(
                        Filter.all(
                                Filter.compare(field, Comparison.GE, scaled(low.get(), high)),
                                Filter.compare(field, Comparison.LE, high.value())),
                        null,
                        end + 1 + high.tokens()));
    }

    /** “5 to 10k” begins with 5k. */
    private static BigDecimal scaled(Amounts.Amount low, Amounts.Amount high) {
        boolean both = low.zeros() == 0 && low.value().compareTo(high.value().movePointLeft(high.zeros())) < 0;
        return both ? Amounts.shifted(low.value(), high.zeros()) : low.value();
    }
}
