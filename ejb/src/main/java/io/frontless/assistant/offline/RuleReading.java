package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.FieldRules;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.operation.UpdateField;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** “The amount of an invoice must be at least 1”, “copies of a book can't be less than 0”, “scores must be between 0 and 100”. */
final class RuleReading implements Reading {

    private static final String MUST = "must|should|has|have|needs|need [to] [always] be <rule>";
    private static final String MUST_NOT = "must|should|can|may not [ever] be <never>";
    private static final String CANNOT = "can't|cannot|mustn't|can’t [ever] be <never>";
    private static final String CAN = "can|may [only] be <rule>";
    private static final String NEVER = "must|should|can|may never be|go|fall|drop|get|become <never>";
    private static final String OF = "[the] <field> of|for|in|on [a|an|every|each|all|the] <entity> ";
    private static final String GIVEN_FOR =
            "must|should|has|have|needs|need [to] [always] be given|filled|set|entered|there|present [in|out] for|with|in|on|of";
    private static final List<Form> FORMS = List.of(
            Form.of(OF + MUST_NOT),
            Form.of(OF + CANNOT),
            Form.of(OF + NEVER),
            Form.of(OF + MUST),
            Form.of(OF + CAN),
            Form.of(OF + "is|are required|mandatory|obligatory"),
            Form.of(
                    "[a|an|the] <field> should|must|shall be required|mandatory|obligatory for|of|in|on [a|an|every|each|any|all|the]"
                            + " <entity>"),
            Form.of("[a|an|the] <field> " + GIVEN_FOR + " [a|an|every|each|any|all|the] <entity>"),
            Form.of("[a|an|the|every] <entity> 's <field> " + MUST_NOT),
            Form.of("[a|an|the|every] <entity> 's <field> " + NEVER),
            Form.of("[a|an|the|every] <entity> 's <field> " + MUST),
            Form.of("a|an|every|each|any <entity> 's <field> " + CAN),
            Form.of("for|in [a|an|every|each|all|the] <entity> [,] [the|a|an] <field> " + MUST),
            Form.of("[the] <field> " + MUST_NOT),
            Form.of("[the] <field> " + NEVER),
            Form.of("[the] <field> " + MUST));
    private static final List<Form> HAVING = List.of(
            Form.of("[a|an|the|every|each|all] <entity> must|should|has|have|needs|need [to] [always] have <having>"),
            Form.of("every|each <entity> needs|requires <having>"),
            Form.of("no <entity> must|may|can|should be|go|exist without <having>"),
            Form.of("[a|an|the|every|each|all] <entity> must|may|can not be|go|exist without <having>"),
            Form.of("[a|an|the|every|each|all] <entity> must|may|can never be|go|exist without <having>"),
            Form.of(
                    "[a|an|the|every|each|all] <entity> mustn't|cannot|can't|can’t [ever] be|go|exist without <having>"));
    private static final List<Form> DIFFERING = List.of(
            Form.of(
                    "no two [of] [the] <entity> may|must|can|should|shall [ever] have|share|get|carry [the|a|one] [same] <field>"),
            Form.of(
                    "two [of] [the] <entity> may|must|can|should never|not [ever] have|share|get|carry [the|a|one] [same] <field>"));
    private static final Set<String> EMPTY = Set.of("empty", "blank", "missing", "left", "omitted");
    private static final Set<String> REQUIRED = Set.of("required", "mandatory", "obligatory", "compulsory");
    private static final List<Form> THE_RULE = List.of(
            Form.of("<rest> , [please] make that|this|it [a] rule|required|mandatory|obligatory"),
            Form.of("<rest> , [please] make the|that|this field required|mandatory|obligatory"),
            Form.of("<rest> , [please] enforce that|this|it"));

    private static final List<Form> BETWEEN =
            List.of(Form.of("between|from <low> and|to <high>"), Form.of("<low> to <high>"));
    private static final List<Form> GIVEN =
            List.of(Form.of("filled [in|out]"), Form.of("given|set|present|entered|there"));

    /** The least step between values: what is more than 0 is at least this. */
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Override
    public Optional<Proposal> read(Turn turn) {
        return read(turn, turn.words()).or(() -> enforced(turn));
    }

    /** “Every order must have a customer, make that a rule.” */
    static Optional<Proposal> enforced(Turn turn) {
        return Form.matches(THE_RULE, turn.words()).stream()
                .flatMap(match -> read(turn, match.the("rest")).stream())
                .findFirst();
    }

    private static Optional<Proposal> read(Turn turn, Phrase words) {
        for (Match match : Form.matches(HAVING, words)) {
            Optional<Proposal> having = having(turn, match);
            if (having.isPresent()) {
                return having;
            }
        }
        return Stream.concat(
                        Form.matches(FORMS, words).stream().flatMap(match -> ruled(turn, match).stream()),
                        Form.matches(DIFFERING, words).stream().flatMap(match -> differing(turn, match).stream()))
                .findFirst();
    }

    /** “No two orders may have the same number.” */
    private static Optional<Proposal> differing(Turn turn, Match match) {
        return turn.schema().entity(match.the("entity")).flatMap(entity -> turn.schema()
                .field(entity, match.the("field"))
                .map(field -> new Proposal.Change(
                        "Make %s of %s unique".formatted(field.label(), entity.label()),
                        List.of(Step.of(
                                "s1", new UpdateField(entity.key(), field.demanding(field.required(), true)))))));
    }

    private static Optional<Proposal> ruled(Turn turn, Match match) {
        boolean never = match.has("never");
        Phrase said = never
                ? match.the("never")
                : match.has("rule")
                        ? match.the("rule")
                        : match.the("field").to(0).then("required");
        boolean named = match.has("entity");
        boolean alone = named || isRuleAlone(said, never) || isNever(turn, match);
        Optional<EntityView> entity = !alone
                ? Optional.empty()
                : named ? turn.schema().entity(match.the("entity")) : onlyWith(turn, match.the("field"));
        return entity.flatMap(known -> turn.schema()
                .field(known, match.the("field"))
                .flatMap(field -> ruled(field, said, never))
                .map(ruled -> new Proposal.Change(
                        "Rule for %s of %s: %s"
                                .formatted(ruled.label(), known.label(), (never ? "never " : "") + said.text()),
                        List.of(Step.of("s1", new UpdateField(known.key(), ruled))))));
    }

    /** Whether the words can only be a rule: “the amount must be 500” is said of one record. */
    private static boolean isRuleAlone(Phrase said, boolean never) {
        return never
                ? said.startsWithOneOf(EMPTY) || said.startsWith("negative")
                : said.size() == 1 && (said.startsWithOneOf(REQUIRED) || said.startsWith("unique"));
    }

    /** “Tickets sold must never be below 0”: never is said of all of them. */
    private static boolean isNever(Turn turn, Match match) {
        return match.has("never")
                && turn.words().tokens().stream().anyMatch(token -> token.is("never"))
                && turn.schema().entity(match.the("field")).isEmpty()
                && Comparisons.leading(match.the("never")).isPresent();
    }

    /** The one table that has a field of this name. */
    private static Optional<EntityView> onlyWith(Turn turn, Phrase field) {
        List<EntityView> having = turn.schema().entities().stream()
                .filter(entity -> turn.schema().hasField(entity, field))
                .toList();
        return having.size() == 1 ? having.stream().findFirst() : Optional.empty();
    }

    /** “Must have a machine”, “must have at least 1 guest”. */
    private static Optional<Proposal> having(Turn turn, Match match) {
        Optional<EntityView> entity = turn.schema().entity(match.the("entity"));
        Phrase said = match.the("having");
        Optional<Comparisons.Said> bound = Comparisons.leading(said);
        int at = bound.map(Comparisons.Said::tokens).orElse(0);
        int number = bound.isEmpty()
                ? 0
                : Amounts.leading(said.from(at)).map(Amounts.Amount::tokens).orElse(0);
        Optional<FieldSpec> field = entity.flatMap(known -> turn.schema().field(known, said.from(at + number)));
        Optional<FieldSpec> ruled = bound.isPresent()
                ? field.filter(Roles::isNumber).flatMap(known -> bound(known, said.to(at + number), false))
                : field.filter(known -> said.startsWithOneOf(Set.of("a", "an")))
                        .map(known -> known.demanding(true, known.unique()));
        return ruled.map(next -> new Proposal.Change(
                "Rule for %s of %s: must have %s"
                        .formatted(next.label(), entity.orElseThrow().label(), said.text()),
                List.of(Step.of("s1", new UpdateField(entity.orElseThrow().key(), next)))));
    }

    private static Optional<FieldSpec> ruled(FieldSpec field, Phrase said, boolean never) {
        Phrase rule = said.size() > 1 && said.at(said.size() - 1).is("again") ? said.to(said.size() - 1) : said;
        boolean given = !Form.matches(GIVEN, rule).isEmpty();
        boolean one = rule.size() == 1;
        boolean kept = never && rule.size() <= 2 && rule.startsWithOneOf(EMPTY);
        if (kept || (!never && (given || (one && rule.startsWithOneOf(REQUIRED))))) {
            return Optional.of(field.demanding(true, field.unique()));
        }
        if (one && !never && rule.startsWithOneOf(Set.of("unique", "optional"))) {
            boolean unique = rule.startsWith("unique");
            return Optional.of(field.demanding(unique && field.required(), unique || field.unique()));
        }
        boolean negative = one && rule.startsWith("negative");
        boolean positive = one && rule.startsWith("positive");
        if (!Roles.isNumber(field)) {
            return Optional.empty();
        }
        if (negative && never) {
            return Optional.of(
                    within(field, BigDecimal.ZERO, field.rules().range().max()));
        }
        if (positive && !never) {
            return Optional.of(within(field, least(field), field.rules().range().max()));
        }
        return between(field, rule, never).or(() -> bound(field, rule, never));
    }

    private static Optional<FieldSpec> between(FieldSpec field, Phrase rule, boolean never) {
        for (Match match : Form.matches(BETWEEN, rule)) {
            Optional<BigDecimal> low = Amounts.whole(match.the("low"));
            Optional<BigDecimal> high = Amounts.whole(match.the("high"));
            if (!never && low.isPresent() && high.isPresent()) {
                return Optional.of(within(field, low.get(), high.get()));
            }
        }
        return Optional.empty();
    }

    /** What must not be less than 5 is at least 5. */
    private static Optional<FieldSpec> bound(FieldSpec field, Phrase rule, boolean never) {
        Optional<Comparisons.Said> said = Comparisons.leading(rule);
        Optional<BigDecimal> number = said.flatMap(found -> Amounts.whole(rule.from(found.tokens())));
        if (number.isEmpty()) {
            return Optional.empty();
        }
        Comparison comparison =
                never ? opposite(said.get().comparison()) : said.get().comparison();
        Object min = field.rules().range().min();
        Object max = field.rules().range().max();
        return switch (comparison) {
            case GE -> Optional.of(within(field, number.get(), max));
            case GT -> Optional.of(within(field, number.get().add(least(field)), max));
            case LE -> Optional.of(within(field, min, number.get()));
            case LT -> Optional.of(within(field, min, number.get().subtract(least(field))));
            case EQ, NE, IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY -> Optional.empty();
        };
    }

    private static Comparison opposite(Comparison comparison) {
        return switch (comparison) {
            case LT -> Comparison.GE;
            case LE -> Comparison.GT;
            case GT -> Comparison.LE;
            case GE -> Comparison.LT;
            case EQ, NE, IN, NOT_IN, CONTAINS, STARTS_WITH, EMPTY, NOT_EMPTY -> Comparison.EQ;
        };
    }

    private static BigDecimal least(FieldSpec field) {
        return field.type() == FieldType.INTEGER ? BigDecimal.ONE : CENT;
    }

    private static FieldSpec within(FieldSpec field, @Nullable Object min, @Nullable Object max) {
        FieldRules rules = field.rules().within(min, max);
        return field.ruledBy(rules);
    }
}
