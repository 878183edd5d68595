package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Values;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** “ML-4 should have the same rent as ML-3”, “B-203 costs as much as B-201”: one record gets what another of its kind has. */
record SameValue(Turn turn) {

    private static final List<Form> SAME = List.of(
            Form.of("<target> should|shall|must have|get|earn|pay the same <field> as <other>"),
            Form.of("<target> gets|get|has|have the same <field> as <other>"),
            Form.of("[the] <field> of <target> should|shall|must be the same as that of|for <other>"),
            Form.of("[the] <field> of|for <target> should|shall|must be [the] same like|as [for|of|in|at|on] <other>"),
            Form.of("[the] <field> of|for <target> should|shall|must be the same as <other> 's"),
            Form.of("use|set|give [the] same <field> for|on|in <target> as for|on|in <other>"),
            Form.of("[the] <field> of <target> is|= [now] the same as that of <other>"),
            Form.of("set|make|put [the] <field> of <target> [to] the same as [that] [for|of|in|at|on] <other>"),
            Form.of("give <target> the same <field> as <other>"),
            Form.of("<target> should|shall|must have|get the same <field> that|which <other> has"),
            Form.of("<target> gets|get|has|have the same <field> that|which <other> has"),
            Form.of("<target> should|shall|must|will be <field> the same day|date|time as <other>"),
            Form.of("<target> is|are [to] [be] <field> the same day|date|time as <other>"),
            Form.of("<target> 's <field> should|shall|must [be] [the] same|equal [as|to] <other> 's"),
            Form.of("<target> 's <field> should|shall|must [be] [the] same|equal [as|to] <other> 's <again>"),
            Form.of("<target> 's <field> is|equals|equal [now] [the] [same] [as|to] <other> 's"),
            Form.of("set|make <target> 's <field> [to] [equal] [the] [same] [as|to] <other> 's"),
            Form.of("its|his|her|their <field> should|shall|must [be] [the] same|equal [as|to] <other> 's"),
            Form.of("set [the] <field> of <target> to [the] <again> of <other>"),
            Form.of(
                    "<target> should|shall|must|will|can be|go|stand|lie|sit|stay in|on|at|into|onto|with the same <field> as <other>"),
            Form.of(
                    "put|move|bring|book|schedule|plan|set <target> in|into|on|to|onto|at|for|with the same <field> as <other>"),
            Form.of("<target> goes|go|moves|move|belongs|comes in|on|to|into|onto|at|for the same <field> as <other>"),
            Form.of("[the] same <field> for|in|on|at <target> as for|in|on|at <other>"),
            Form.of("[the] <field> of|for <target> [is] the same as for|of|in|at|on <other>"),
            Form.of("<target> should|shall|must have|get|need as many|much <field> as <other> [has|does|gets]"),
            Form.of("<target> has|gets|have|get|needs as many|much <field> as <other> [has|does|gets]"),
            Form.of("give <target> as many|much <field> as <other> [has|does|gets]"),
            Form.of(
                    "[the] <field> of|for|at <target> should|shall|must be as many|much|high|low|large as that|those of|for|at|in <other>"));

    /** What costs the same, where no field is named. */
    private static final List<Form> COST = List.of(
            Form.of("<target> should|shall|must|will cost [just|exactly] the same as <other> [does|costs]"),
            Form.of(
                    "<target> should|shall|must|will cost [just|exactly] the same per|a|an <unit> as <other> [does|costs]"),
            Form.of("<target> should|shall|must|will cost [just|exactly] as much as <other> [does|costs]"),
            Form.of(
                    "<target> should|shall|must|will cost [just|exactly] as much per|a|an <unit> as <other> [does|costs]"),
            Form.of("<target> costs|cost [just|exactly] the same as <other> now"),
            Form.of("<target> costs|cost [just|exactly] the same per|a|an <unit> as <other> now"),
            Form.of("<target> costs|cost [just|exactly] as much as <other> now"),
            Form.of("<target> costs|cost [just|exactly] as much per|a|an <unit> as <other> now"),
            Form.of("charge the same for <target> as for <other>"),
            Form.of("charge for <target> the same as for <other>"),
            Form.of("charge as much for <target> as for <other>"));

    private static final Set<String> DAYS = Set.of("day", "days", "date", "dates");
    private static final Set<String> PRICES = Set.of("price", "cost", "fee", "charge", "rate", "total", "amount");

    private static final Set<String> SAYING = Set.of("same", "as", "equal", "equals", "'s", "of");

    /** The change; empty where the words are none. */
    Optional<Proposal> change() {
        if (turn.question() || turn.words().tokens().stream().noneMatch(token -> token.isOneOf(SAYING))) {
            return Optional.empty();
        }
        for (Match match : Form.matches(SAME, turn.words())) {
            Phrase said = match.the("field");
            Optional<Target> target = match.has("target")
                    ? turn.targets().find(match.the("target"), entity -> !fields(entity, said)
                            .isEmpty())
                    : new Pronouns(turn).mentioned();
            Optional<Target> other = target.flatMap(found -> other(found, match));
            if (other.isPresent() && (!match.has("again") || isSame(target.get(), match))) {
                List<FieldSpec> fields = fields(target.get().entity(), said);
                return Optional.of(given(
                        target.get(),
                        other.get(),
                        fields.isEmpty()
                                ? List.of(
                                        turn.schema().requireField(target.get().entity(), said))
                                : fields));
            }
        }
        return cost();
    }

    private Optional<Proposal> cost() {
        for (Match match : Form.matches(COST, turn.words())) {
            Phrase unit = match.has("unit") ? match.the("unit") : turn.words().to(0);
            Optional<Target> target = turn.targets()
                    .find(match.the("target"), entity -> price(entity, unit).isPresent());
            Optional<Target> other = target.flatMap(found -> other(found, match));
            if (other.isPresent()) {
                return price(target.get().entity(), unit)
                        .map(field -> given(target.get(), other.get(), List.of(field)));
            }
        }
        return Optional.empty();
    }

    private Optional<Target> other(Target target, Match match) {
        return turn.targets()
                .find(match.the("other"), entity -> entity.equals(target.entity()))
                .filter(Target::isOne)
                .filter(found -> found.entity().equals(target.entity()));
    }

    private Proposal given(Target target, Target other, List<FieldSpec> fields) {
        Values values = Values.none();
        for (FieldSpec field : fields) {
            values = values.with(field.key(), SwapReading.value(other.records().get(0), field));
        }
        return Changes.of(turn, target, values);
    }

    private boolean isSame(Target target, Match match) {
        Optional<FieldSpec> field = turn.schema().field(target.entity(), match.the("field"));
        return field.equals(turn.schema().field(target.entity(), match.the("again")));
    }

    /** The fields that are named, “charge and room”; none where any part is no name. */
    private List<FieldSpec> fields(EntityView entity, Phrase said) {
        Optional<FieldSpec> whole = field(turn, entity, said);
        List<Optional<FieldSpec>> parts = whole.isPresent()
                ? List.of(whole)
                : said.split(Set.of("and", ",")).stream()
                        .map(part -> field(turn, entity, part.bare()))
                        .toList();
        return parts.stream().allMatch(Optional::isPresent)
                ? parts.stream().flatMap(Optional::stream).toList()
                : List.of();
    }

    /** The field that is called so, by a word of its name, or the only day that there is. */
    static Optional<FieldSpec> field(Turn turn, EntityView entity, Phrase said) {
        if (turn.schema().hasField(entity, said)) {
            return turn.schema().field(entity, said);
        }
        boolean one = said.size() == 1 && said.at(0).isWord() && !said.at(0).quoted();
        return !one
                ? Optional.empty()
                : said.startsWithOneOf(DAYS)
                        ? NewValues.one(
                                entity.fields().stream().filter(Roles::isDate).toList())
                        : new FieldParts(turn, entity).of(said.at(0));
    }

    /** What is paid for it, by the unit if one is said. */
    private Optional<FieldSpec> price(EntityView entity, Phrase unit) {
        if (!unit.isEmpty()) {
            return NewValues.one(Roles.paidIn(entity, unit.to(0).then("per").joined(unit)));
        }
        List<FieldSpec> money = entity.fields().stream()
                .filter(field -> field.type() == FieldType.MONEY)
                .toList();
        return money.size() == 1
                ? Optional.of(money.get(0))
                : NewValues.one(money.stream()
                        .filter(field ->
                                turn.schema().stems(field.label()).stream().anyMatch(PRICES::contains))
                        .toList());
    }
}
