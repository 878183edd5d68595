package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads what goes on after a condition: further values of its field (“in Berlin or Rome”), and “or more”.
 *
 * @param clause reads any condition
 * @param state reads one that a state alone says
 */
record Alternatives(
        Turn turn,
        EntityView entity,
        Function<Phrase, Optional<Clause>> clause,
        Function<Phrase, Optional<Clause>> state) {

    private static final Set<String> OR = Set.of("or", "nor", "and", ",", "/");
    private static final Set<String> UNITS = Set.of(
            "percent",
            "%",
            "kg",
            "kilo",
            "kilos",
            "kilograms",
            "km",
            "kilometres",
            "miles",
            "metres",
            "m",
            "cm",
            "mm",
            "litres",
            "liters",
            "hl",
            "tons",
            "tonnes",
            "degrees",
            "points");

    /** The condition with all that belongs to it; a field that has one value cannot have both. */
    Clause of(Clause first, Phrase phrase) {
        Clause all = bounded(first, phrase);
        int end = all.tokens();
        boolean more = true;
        while (more && end + 1 < phrase.size() && phrase.at(end).isOneOf(OR)) {
            int skip = phrase.at(end).is(",") && phrase.at(end + 1).isOneOf(OR) ? 2 : 1;
            boolean either = phrase.at(end + skip - 1).isOneOf(Set.of("or", "nor"));
            boolean nor = phrase.at(end + skip - 1).is("nor");
            Optional<Clause> next = further(all, phrase.to(first.tokens()), phrase.from(end + skip), either);
            more = next.isPresent();
            if (more) {
                all = nor ? all.nor(next.get()) : all.or(next.get());
                end += skip + next.get().tokens();
            }
        }
        return all.longer(end - all.tokens());
    }

    /** “2018 or older”, “10 percent”, “at least 5 kg”: where a number begins or ends what is meant, and its unit. */
    private Clause bounded(Clause first, Phrase phrase) {
        Optional<Filter.Compare> one =
                first.filter().comparisons().filter(Alternatives::isMeasured).findFirst();
        if (one.isEmpty() || first.tokens() >= phrase.size()) {
            return first;
        }
        boolean unit = one.get().value() instanceof BigDecimal
                && phrase.at(first.tokens()).isOneOf(UNITS)
                && turn.schema()
                        .leadingField(entity, phrase.from(first.tokens()))
                        .filter(named -> !named.thing().key().equals(one.get().path()))
                        .isEmpty();
        Clause whole = first.longer(unit ? 1 : 0);
        return Comparisons.trailing(phrase.from(whole.tokens()), isYear(one.get()))
                .flatMap(said -> limited(first.filter(), said.comparison())
                        .map(filter -> new Clause(filter, null, whole.tokens() + said.tokens())))
                .orElse(whole);
    }

    private static boolean isMeasured(Filter.Compare compare) {
        return compare.value() instanceof BigDecimal || compare.value() instanceof String;
    }

    /** Of years and days, the older are the earlier ones. */
    private static boolean isYear(Filter.Compare compare) {
        return !(compare.value() instanceof BigDecimal number)
                || (number.compareTo(BigDecimal.valueOf(1000)) > 0 && number.compareTo(BigDecimal.valueOf(2200)) < 0);
    }

    /** The same number or day, and all on one side of it. */
    private Optional<Filter> limited(Filter filter, Comparison side) {
        List<Filter.Compare> parts = filter.comparisons().toList();
        boolean one = parts.size() == 1 && parts.get(0).comparison() == Comparison.EQ;
        boolean span = parts.size() == 2
                && filter instanceof Filter.All
                && parts.get(0).path().equals(parts.get(1).path())
                && parts.get(0).comparison() == Comparison.GE;
        boolean ordered = parts.stream().allMatch(part -> entity.field(part.path())
                .filter(field -> Roles.isNumber(field) || Roles.isDate(field))
                .isPresent());
        if (!ordered || !(one || span)) {
            return Optional.empty();
        }
        return Optional.of(
                one
                        ? new Filter.Compare(
                                parts.get(0).path(), side, parts.get(0).value())
                        : parts.get(side == Comparison.GE ? 0 : 1));
    }

    /** “Launched in 2023 or 2026”: what leads to the first value leads to the next. */
    private Optional<Clause> repeated(Phrase before, Phrase rest) {
        for (int lead = before.size() - 1; lead > 0; lead--) {
            int words = lead;
            Optional<Clause> again = read(before.to(lead).joined(rest)).filter(found -> found.tokens() > words);
            if (again.isPresent()) {
                return again.map(found -> found.longer(-words));
            }
        }
        return Optional.empty();
    }

    private Optional<Clause> read(Phrase phrase) {
        Comparing comparing = new Comparing(turn, entity);
        return comparing.read(phrase).or(() -> new Happening(turn, entity, comparing).read(phrase));
    }

    /** “Due tomorrow or on Monday”: a day alone is one of the same field. */
    private Optional<Clause> eitherNext(Phrase before, Phrase rest) {
        Optional<Clause> again =
                new Comparing(turn, entity).onDay(rest).isPresent() ? repeated(before, rest) : Optional.empty();
        return again.or(() -> clause.apply(rest))
                .or(() -> repeated(before, rest))
                .or(() -> placed(before, rest));
    }

    /** “At Dockside Lofts or Fenwick Stores”, where both are known by what is referred to. */
    private Optional<Clause> placed(Phrase before, Phrase rest) {
        boolean name = Holders.Relation.of(before.at(0)).isPresent()
                && !rest.isEmpty()
                && rest.at(0).text().matches("\\p{Lu}.*");
        return name
                ? clause.apply(before.to(1).joined(rest))
                        .filter(found -> found.tokens() > 1)
                        .map(found -> found.longer(-1))
                : Optional.empty();
    }

    /** “Or comes from Nordhaus”, “or still in draft”: what joins says nothing by itself. */
    private Optional<Clause> further(Clause first, Phrase before, Phrase rest, boolean either) {
        Optional<Clause> next = next(first, before, rest, either);
        boolean joined = either && rest.size() > 1 && Fillers.isOne(rest.at(0));
        return next.isPresent() || !joined
                ? next
                : further(first, before, rest.from(1), true).map(found -> found.longer(1));
    }

    private Optional<Clause> next(Clause first, Phrase before, Phrase rest, boolean either) {
        FieldSpec field = first.field();
        if (field == null || rest.isEmpty()) {
            return either ? eitherNext(before, rest) : Optional.empty();
        }
        Optional<Clause> said = state.apply(rest);
        if (said.isPresent()) {
            boolean same = field.equals(said.get().field());
            Optional<Clause> denied =
                    first.isNegated() && same && !said.get().isNegated() ? said.map(Clause::negated) : said;
            return either || same ? denied : Optional.empty();
        }
        Optional<Clause> value = new Holders(turn, entity)
                .leading(rest, Holders.Relation.NONE)
                .filter(held -> held.field().equals(field))
                .map(held -> new Clause(held.condition(), field, held.tokens()))
                .map(found -> first.isNegated() ? found.negated() : found);
        return value.isPresent() || !either ? value : clause.apply(rest);
    }
}
