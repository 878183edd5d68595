package io.frontless.assistant.offline;

import io.frontless.operation.Comparison;
import io.frontless.operation.Filter;
import java.util.Optional;
import java.util.stream.IntStream;

/** Decides a condition on one record that is told as a deed: by whom it is done, how much of it there is, and that it was done. */
record DeedCondition(Condition condition) {

    /** “Nobody has packed FP-205 yet”, “somebody is on it”. */
    Optional<Condition.Answer> byWhom() {
        ByWhom whom = new ByWhom(condition.turn(), condition.words());
        return whom.said().flatMap(said -> ofOne(said.rest())
                .or(() -> described(said.rest()))
                .flatMap(one -> whom.field(one.target().entity(), one.rest())
                        .map(field -> condition.holds(
                                one.target(),
                                new Filter.Compare(
                                        field.key(), said.nobody() ? Comparison.EMPTY : Comparison.NOT_EMPTY, null),
                                false))));
    }

    /** “Holds the Sony FX6”: one that is called by what it is, behind a verb. */
    private Optional<One> described(Phrase said) {
        return IntStream.range(1, Math.min(3, said.size()))
                .boxed()
                .flatMap(i -> condition.turn().targets().find(said.from(i), entity -> true).stream()
                        .filter(Target::isOne)
                        .map(target -> new One(target, said.to(i))))
                .findFirst();
    }

    /** “S-505 has sold fewer than 15 seats”. */
    Optional<Condition.Answer> figure() {
        return ofOne(condition.words())
                .flatMap(one -> new DeedFigure(condition.turn(), one.target().entity())
                        .filter(one.rest())
                        .map(filter -> condition.holds(one.target(), filter, false)));
    }

    /** “The library has paid INV-86”: it is paid, by whomever. */
    Optional<Condition.Answer> done() {
        Phrase words = condition.words();
        return new NamesIn(condition.turn(), words)
                .all().stream()
                        .reduce((one, last) -> last)
                        .filter(name -> words.tokens().indexOf(name.at(0)) + name.size() == words.size())
                        .flatMap(name -> PlainCondition.done(
                                        words.to(words.tokens().indexOf(name.at(0))))
                                .flatMap(done -> condition
                                        .called(name)
                                        .filter(Target::isOne)
                                        .map(target -> condition.holds(target, done))));
    }

    /** One record, and what is said around it. */
    private record One(Target target, Phrase rest) {}

    private Optional<One> ofOne(Phrase said) {
        Optional<NamesIn.Placed> placed = new NamesIn(condition.turn(), said).only();
        Optional<One> named = placed.flatMap(found -> condition
                .called(found.name())
                .map(target -> new One(target, found.around().without(token -> token.is("'s")))));
        boolean it = said.tokens().stream().anyMatch(token -> token.isOneOf(Condition.IT));
        return named.or(() -> it && placed.isEmpty()
                        ? condition
                                .itself()
                                .map(target -> new One(target, said.without(token -> token.isOneOf(Condition.IT))))
                        : Optional.empty())
                .filter(one -> one.target().isOne());
    }
}
