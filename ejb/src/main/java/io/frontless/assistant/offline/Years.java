package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads a year where a number says it and no day: “cars from before 2015”, “wines between 2015 and 2019”, “after 2020”. */
record Years(Turn turn, EntityView entity) {

    private static final Pattern YEAR = Pattern.compile("(19|20)\\d{2}");

    Optional<Clause> read(Phrase phrase) {
        List<FieldSpec> years = Roles.years(entity);
        boolean days = Roles.day(entity).stream().anyMatch(field -> !Roles.isDue(field));
        if (years.size() != 1 || days) {
            return Optional.empty();
        }
        String field = years.get(0).key();
        return between(phrase, field).or(() -> Comparisons.leading(phrase)
                .filter(said -> said.comparison() != Comparison.CONTAINS)
                .flatMap(said -> year(phrase, said.tokens())
                        .map(year -> new Clause(
                                new Filter.Compare(field, said.comparison(), year), null, said.tokens() + 1))));
    }

    private static Optional<Clause> between(Phrase phrase, String field) {
        boolean two = phrase.size() > 3
                && phrase.startsWithOneOf(Set.of("between", "from"))
                && phrase.at(2).isOneOf(Set.of("and", "to", "until"));
        return !two
                ? Optional.empty()
                : year(phrase, 1).flatMap(first -> year(phrase, 3)
                        .map(last -> new Clause(
                                Filter.all(
                                        Filter.compare(field, Comparison.GE, first),
                                        Filter.compare(field, Comparison.LE, last)),
                                null,
                                4)));
    }

    private static Optional<BigDecimal> year(Phrase phrase, int at) {
        boolean there = at < phrase.size()
                && phrase.at(at).isWord()
                && YEAR.matcher(phrase.at(at).text()).matches();
        return there ? Optional.of(new BigDecimal(phrase.at(at).text())) : Optional.empty();
    }
}
