package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a verb asks of one record: “what does Diego charge per hour”, “which town does Anna live in”, “when was Boris hired”. It is to be seen at the record. */
final class AskedOfOne implements Reading {

    private static final String PAY = "charge|earn|cost|make|get|ask|want|receive|take [us|you|me]";
    private static final List<Form> PAID = List.of(
            Form.of("what|how [much] does|do|did <target> " + PAY),
            Form.of("what|how [much] does|do|did <target> " + PAY + " per|an|a|each|every <unit>"));
    private static final Form FIELD = Form.of(
            "what|which <field> does|do|did|has <target> have|live|work|use|drive|got|come|belong [in|at|on|from|to]");
    /** Of what was mentioned before. */
    private static final List<Form> OWN = Stream.of("what is|'s|was the <own>", "whats the <own>")
            .flatMap(asked -> Form.each(asked, "", "there|then|again|now|currently").stream())
            .toList();

    private static final Form WHEN = Form.of("when was|were|is|are|did|does|do <target> <verb>");
    private static final Set<String> PRICES =
            Set.of("price", "rate", "fee", "cost", "salary", "wage", "pay", "rent", "charge");

    @Override
    public Optional<Proposal> read(Turn turn) {
        return new Trials<Match>()
                .first(Form.matches(PAID, turn.words()), match -> paid(turn, match))
                .or(() -> new Trials<Match>()
                        .first(FIELD.matches(turn.words()), match -> shown(turn, match, field(turn, match))))
                .or(() -> new Trials<Match>().first(WHEN.matches(turn.words()), match -> when(turn, match)))
                .or(() -> new Trials<Match>().first(Form.matches(OWN, turn.words()), match -> own(turn, match)));
    }

    /** “What's the budget there”, where one record was mentioned that has one, and no table is called so. */
    private static Optional<Proposal> own(Turn turn, Match match) {
        Phrase field = match.the("own");
        return turn.request().lastMentioned().size() != 1
                        || turn.schema().entity(field).isPresent()
                ? Optional.empty()
                : new Pronouns(turn)
                        .mentioned()
                        .filter(target -> turn.schema().hasField(target.entity(), field))
                        .map(target -> ListReading.shown(turn, target, field));
    }

    private static Optional<Proposal> paid(Turn turn, Match match) {
        Optional<Phrase> unit = match.has("unit") ? Optional.of(match.the("unit")) : Optional.empty();
        return unit.filter(said -> said.size() > 1).isPresent()
                ? Optional.empty()
                : shown(turn, match, entity -> entity.fields().stream()
                        .filter(field -> field.type() == FieldType.MONEY)
                        .anyMatch(field -> isPrice(turn, field, unit)));
    }

    private static boolean isPrice(Turn turn, FieldSpec money, Optional<Phrase> unit) {
        List<String> label = turn.schema().stems(money.label());
        return label.stream().anyMatch(PRICES::contains)
                && unit.map(said -> label.stream()
                                .anyMatch(word -> Names.alike(List.of(word), List.of(said.text()))
                                        || word.startsWith(said.text())))
                        .orElse(true);
    }

    private static Predicate<EntityView> field(Turn turn, Match match) {
        return entity -> turn.schema().hasField(entity, match.the("field"));
    }

    private static Optional<Proposal> when(Turn turn, Match match) {
        Phrase verb = match.the("verb");
        return verb.size() > 1 || !verb.at(0).isWord()
                ? Optional.empty()
                : shown(turn, match, entity -> !Roles.dates(entity, verb.text()).isEmpty());
    }

    /** The one record of that name in a table of which it can be asked. */
    private static Optional<Proposal> shown(Turn turn, Match match, Predicate<EntityView> asked) {
        return Pronouns.isOne(match.the("target"))
                ? Optional.empty()
                : turn.targets()
                        .find(match.the("target"), asked)
                        .filter(target -> target.isOne() && asked.test(target.entity()))
                        .map(target -> ListReading.shown(turn, target, match.the("target")));
    }
}
