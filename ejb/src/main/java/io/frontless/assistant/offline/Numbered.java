package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.Filter;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a number before what it counts or measures: “fewer than 2 copies”, “with more than 100,000 km”. */
record Numbered(Turn turn, EntityView entity) {

    private static final Set<String> PERCENT = Set.of("percent", "%");
    private static final Set<String> LEADING = Set.of(
            "with", "have", "has", "having", "worth", "need", "needs", "take", "takes", "of", "did", "done", "getting",
            "get", "gets", "for", "working", "work", "works", "give", "gives");

    /** The side is said before the number, or after it. */
    Optional<Clause> read(Phrase phrase) {
        Phrase whole = phrase.size() > 1 && phrase.startsWithOneOf(LEADING) ? phrase.from(1) : phrase;
        Optional<Comparisons.Said> said = Comparisons.leading(whole);
        int from = said.map(Comparisons.Said::tokens).orElse(0);
        Optional<Amounts.Amount> amount = Amounts.leading(whole.from(from));
        if (amount.isEmpty()) {
            return Optional.empty();
        }
        Optional<Clause> both = said.flatMap(first -> both(whole, first, amount.get()));
        if (both.isPresent()) {
            return both.map(clause -> clause.longer(phrase.size() - whole.size()));
        }
        int amounted = from + amount.get().tokens();
        Optional<Comparisons.Said> side =
                said.isPresent() ? Optional.empty() : Comparisons.trailing(whole.from(amounted), false);
        int bound = amounted + side.map(Comparisons.Said::tokens).orElse(0);
        int number = bound + percent(whole.from(bound));
        int end = whole.size() > number + 1 && whole.at(number).isOneOf(Set.of("in", "on", "of")) ? number + 1 : number;
        Comparison comparison =
                said.or(() -> side).map(Comparisons.Said::comparison).orElse(Comparison.EQ);
        return turn.schema()
                .leadingField(entity, whole.from(end))
                .filter(named -> Roles.isNumber(named.thing()))
                .map(named -> ofThose(named, whole.from(end)))
                .or(() -> Unit.field(entity, whole.from(number)).filter(named -> end == number))
                .map(named -> described(named, whole.from(end)))
                .map(named -> new Clause(
                        new Filter.Compare(
                                named.thing().key(), comparison, amount.get().value()),
                        null,
                        phrase.size() - whole.size() + end + named.length()));
    }

    /** “18.5 percent water” is said of the field that is named behind it. */
    private int percent(Phrase rest) {
        return rest.size() > 1
                        && rest.startsWithOneOf(PERCENT)
                        && turn.schema().leadingField(entity, rest.from(1)).isPresent()
                ? 1
                : 0;
    }

    /** “More than 50 but fewer than 150 mourners”: both are said of what is named behind the second. */
    private Optional<Clause> both(Phrase whole, Comparisons.Said first, Amounts.Amount amount) {
        int end = first.tokens() + amount.tokens();
        boolean more = whole.size() > end + 2 && whole.at(end).isOneOf(Set.of("but", "and"));
        Phrase rest = more ? whole.from(end + 1) : whole.to(0);
        return !more || Comparisons.leading(rest).isEmpty()
                ? Optional.empty()
                : read(rest)
                        .filter(clause -> clause.filter() instanceof Filter.Compare)
                        .map(clause -> new Clause(
                                Filter.all(
                                        new Filter.Compare(
                                                ((Filter.Compare) clause.filter()).path(),
                                                first.comparison(),
                                                amount.value()),
                                        clause.filter()),
                                null,
                                end + 1 + clause.tokens()));
    }

    /** “20 hours weekly”, “50 kW power”, “2 metres left”: more words of its name, or that there is as much. */
    private SchemaLinker.Named<FieldSpec> described(SchemaLinker.Named<FieldSpec> named, Phrase rest) {
        List<String> label = turn.schema().stems(named.thing().label());
        int end = named.length();
        while (end < rest.size()
                && rest.at(end).isWord()
                && label.containsAll(turn.schema().stems(rest.at(end).text()))) {
            end++;
        }
        end += rest.from(end).startsWith("left") ? 1 : Asides.each(rest.from(end));
        return new SchemaLinker.Named<>(named.thing(), end);
    }

    /** “5 sessions used”: of the sessions that there are, the number that is used. */
    private SchemaLinker.Named<FieldSpec> ofThose(SchemaLinker.Named<FieldSpec> named, Phrase rest) {
        Phrase after = rest.from(named.length());
        return after.isEmpty() || !after.at(0).isWord() || !after.at(0).text().endsWith("ed")
                ? named
                : turn.schema()
                        .leadingField(entity, after)
                        .filter(found -> Roles.isNumber(found.thing()))
                        .map(found -> new SchemaLinker.Named<>(found.thing(), named.length() + found.length()))
                        .orElse(named);
    }
}
