package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.FieldType;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Whether a change is rather not what a sentence tells, by whichever way it was read: then the person is asked. A record gets another name, of which nothing was
 * said; the number of a house goes to a number's field and its street to another; what was used, bought or given away is taken for how many there are; a text goes on
 * from what was there before.
 */
record Unlikely(PlanningRequest request, SchemaLinker schema, Phrase words) {

    private static final Set<String> RENAMING = Words.listed(
            "rename renamed renames call called name named title titled number numbered code label labelled spell"
                    + " spelt spelled typo misspelt misspelled mistyped read reads written correct corrected -> instead");

    private static final Set<String> WE = Set.of("we", "i", "they", "he", "she", "somebody", "someone");

    /** What changes how many there are, by as many as are said. */
    private static final Set<String> MOVING = Set.of(
            "use", "eat", "drink", "consume", "buy", "sell", "get", "receive", "give", "lose", "find", "throw", "break",
            "burn", "waste", "collect", "donate");

    private static final Set<String> MORE = Set.of("more", "extra", "another", "additional", "further");

    private static final Set<String> PARTICLES =
            Set.of("up", "out", "away", "in", "another", "just", "already", "have", "now");

    /** “Paid 50 of what he owes”: he does not owe 50. */
    private static final List<Form> PARTS = List.of(Form.of("<before> pay|pays|paid <amount> of <rest>"));

    /** “Tim Keller in this squad” is no name. */
    private static final Pattern POINTING =
            Pattern.compile("(?:.* (?:in|of|for|to|at|on|from) )?(?:this|that|these|those) .*");

    boolean is(Proposal.Change change) {
        return change.steps().stream().anyMatch(step -> entity(step)
                        .filter(entity -> isUnlikely(entity, step))
                        .isPresent())
                || change.steps().stream().limit(1).anyMatch(this::goesOnFromTheOld);
    }

    private Optional<EntityView> entity(Step step) {
        return schema.entities().stream()
                .filter(entity -> entity.key().equals(step.params().get("entity")))
                .findFirst();
    }

    private boolean isUnlikely(EntityView entity, Step step) {
        return step.params().get("values") instanceof Map<?, ?> values
                && (step.op().equals("record.create")
                        ? pointsElsewhere(entity, values)
                        : renames(entity, values)
                                || partsAName(values)
                                || countsWhatMoved(entity, values)
                                || hasNoneOfAnother(entity, values));
    }

    private boolean pointsElsewhere(EntityView entity, Map<?, ?> values) {
        return values.entrySet().stream()
                .filter(value -> entity.field(String.valueOf(value.getKey()))
                        .filter(field -> field.type() == FieldType.TEXT)
                        .isPresent())
                .filter(value ->
                        POINTING.matcher(String.valueOf(value.getValue())).matches())
                .anyMatch(value -> words.tokens().stream()
                        .noneMatch(token -> token.quoted() && token.text().equals(value.getValue())));
    }

    /** “The opponent is FC Roth II”, where it was FC Roth: it is not “II”. */
    private boolean goesOnFromTheOld(Step step) {
        return step.op().equals("record.update")
                && step.params().get("values") instanceof Map<?, ?> values
                && values.values().stream().anyMatch(String.class::isInstance)
                && request.records()
                        .withId(
                                String.valueOf(step.params().get("entity")),
                                String.valueOf(step.params().get("id")))
                        .filter(record -> values.entrySet().stream()
                                        .anyMatch(value -> record.values().get(String.valueOf(value.getKey()))
                                                        instanceof String old
                                                && words.sentence().contains(old + " " + value.getValue()))
                                || leavesUndone(record, values))
                        .isPresent();
    }

    /** “Packed by Moira” of what is not packed: whether it is now is not told. */
    private boolean leavesUndone(RecordView record, Map<?, ?> values) {
        Optional<EntityView> entity = schema.entities().stream()
                .filter(one -> one.key().equals(record.entity()))
                .findFirst();
        return entity.isPresent()
                && values.keySet().stream()
                        .flatMap(key -> entity.get().field(String.valueOf(key)).stream())
                        .map(field -> schema.stems(field.label()))
                        .filter(label -> label.size() == 2 && label.get(1).equals("by"))
                        .anyMatch(label -> entity.get().fields().stream()
                                .filter(field -> !values.containsKey(field.key()))
                                .anyMatch(field -> field.options().stream()
                                        .anyMatch(option -> schema.stems(option).equals(label.subList(0, 1))
                                                && !option.equals(
                                                        record.values().get(field.key())))));
    }

    /** “The Nowak household is vegeterian” gives it no other name. */
    private boolean renames(EntityView entity, Map<?, ?> values) {
        FieldSpec title = entity.titleField().filter(FieldSpec::unique).orElse(null);
        if (title == null || !values.containsKey(title.key())) {
            return false;
        }
        return !isNamed(title) && words.tokens().stream().noneMatch(token -> token.isOneOf(RENAMING));
    }

    /** “Her street should read 15 Mill Lane”: 15 is no discount. */
    private boolean partsAName(Map<?, ?> values) {
        return values.values().stream()
                .filter(BigDecimal.class::isInstance)
                .map(number -> ((BigDecimal) number).toPlainString() + " ")
                .anyMatch(number -> values.values().stream()
                        .anyMatch(text -> text instanceof String name
                                && name.matches("\\p{Lu}.*")
                                && words.sentence().contains(" " + number + name)));
    }

    /** “We used 4 crates of beans”: there are not 4, and not 4 more. “We sold six more seats” tells of the seats sold, and “take it off” which way it goes. */
    private boolean countsWhatMoved(EntityView entity, Map<?, ?> values) {
        boolean more = words.tokens().stream().anyMatch(token -> token.isOneOf(MORE));
        boolean off = words.tokens().stream().anyMatch(token -> token.is("off"));
        boolean counts = values.keySet().stream()
                .flatMap(key -> entity.field(String.valueOf(key)).stream())
                .anyMatch(field -> Roles.isNumber(field) && !(more && isNamed(field)));
        return counts
                && !off
                && (IntStream.range(1, words.size()).anyMatch(this::isMoved)
                        || Form.matches(PARTS, words).stream().anyMatch(match -> Amounts.whole(match.the("amount"))
                                .isPresent()));
    }

    /** “She handed back her card, she has none any more”: an option that is called “none”, of a field of which nothing was said. */
    private boolean hasNoneOfAnother(EntityView entity, Map<?, ?> values) {
        return values.entrySet().stream()
                .filter(value -> "none".equalsIgnoreCase(String.valueOf(value.getValue())))
                .flatMap(value -> entity.field(String.valueOf(value.getKey())).stream())
                .anyMatch(field -> !isNamed(field));
    }

    private boolean isNamed(FieldSpec field) {
        List<String> label = schema.stems(field.label());
        return words.tokens().stream()
                .anyMatch(token -> schema.stems(token.text()).stream().anyMatch(label::contains));
    }

    private boolean isMoved(int verb) {
        int subject = verb - 1;
        while (subject > 0 && words.at(subject).isOneOf(PARTICLES)) {
            subject--;
        }
        int amount = verb + 1;
        while (amount < words.size() && words.at(amount).isOneOf(PARTICLES)) {
            amount++;
        }
        return words.at(subject).isOneOf(WE)
                && words.at(verb).isWord()
                && Words.isFormOf(words.at(verb).text(), MOVING)
                && amount < words.size()
                && Amounts.leading(words.from(amount))
                        .filter(said -> !said.currency())
                        .isPresent();
    }
}
