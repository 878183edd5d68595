package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Comparison;
import io.frontless.operation.Filter;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordQuery;
import io.frontless.record.control.RecordView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether a change leaves out somebody or something that the sentence names: “a payslip for Milan” is Milan's. A name is used where it is among the new values, or
 * tells which records are changed, for it is among theirs then. Where a sentence tells what is left out, or what else has to be so, nothing can be said.
 *
 * @param isName whether a word is the first one of a name that some record has
 */
record LeftOut(PlanningRequest request, SchemaLinker schema, Phrase words, Predicate<String> isName) {

    private static final Set<String> BESIDE = Words.listed(
            "if unless when whenever once until while whether except excepting excluding but apart besides other than without not no nor"
                    + " neither never instead rather same like as or because since so after before should nobody none which who whose where"
                    + " outside provided assuming");

    /** What is changed by its values; a restored record is among no records before. */
    private static final Set<String> OPERATIONS = Set.of("record.create", "record.update", "record.delete");

    private static final int CHARS_MIN = 3;

    /** Where more is changed, only this many records are looked at: what tells which they are is true of each. */
    private static final int STEPS_MAX = 5;

    private static final int CALLED_MAX = 5;

    boolean is(Proposal.Change change) {
        if (change.steps().stream().anyMatch(step -> !OPERATIONS.contains(step.op()))) {
            return false;
        }
        DoneInPart part = new DoneInPart(request, schema, words);
        if (part.isWithoutTheRest(change.steps())) {
            return true;
        }
        if (words.tokens().stream()
                .anyMatch(token -> token.isOneOf(BESIDE) || token.word().endsWith("n't"))) {
            return false;
        }
        List<Step> steps = change.steps().stream().limit(STEPS_MAX).toList();
        return leavesOutAName(change, steps) || part.is(change.steps(), isName);
    }

    private boolean leavesOutAName(Proposal.Change change, List<Step> steps) {
        Set<String> names = names(words);
        UsedWords used = new UsedWords(request, steps);
        if (used.hasAll(names)) {
            return false;
        }
        Set<String> ofStory = isStory(story(), used) ? names(story()) : Set.of();
        return names.stream()
                .filter(name -> !used.has(name) && !ofStory.contains(name))
                .anyMatch(name -> !isSoAlready(name, change));
    }

    private Set<String> names(Phrase some) {
        return some.tokens().stream()
                .filter(token -> token.isWord() && token.text().length() >= CHARS_MIN)
                .filter(token -> canBeName(token) && isName.test(token.word()) && !isOfSchema(token))
                .map(Token::word)
                .collect(Collectors.toSet());
    }

    /** “Globex called, INV-0089 has been paid”: what comes first. */
    private Phrase story() {
        int end = 0;
        while (end < words.size() && !words.at(end).is(",")) {
            end++;
        }
        return words.to(end == words.size() ? 0 : end);
    }

    /** Whether none of the words is of a record or of a value. */
    private static boolean isStory(Phrase first, UsedWords used) {
        return first.tokens().stream().noneMatch(token -> used.has(token.word()) && !Light.isJoining(token));
    }

    /** A word of the language, in small letters, is one, though some name begin with it: “works”, “winter”. */
    private static boolean canBeName(Token word) {
        boolean small = word.text().equals(word.word());
        return !Light.isJoining(word)
                && !Light.isChanging(word)
                && !(small
                        && (Words.isKnown(word.word())
                                || Amounts.count(new Phrase(word.text(), List.of(word)))
                                        .isPresent()));
    }

    private boolean isOfSchema(Token word) {
        List<String> stems = schema.stems(word.text());
        return schema.entities().stream()
                .anyMatch(entity -> schema.stems(entity.label()).containsAll(stems)
                        || entity.fields().stream()
                                .anyMatch(field -> schema.stems(field.label()).containsAll(stems)
                                        || field.options().stream().anyMatch(option -> schema.stems(option)
                                                .containsAll(stems))));
    }

    /** “J-204 and J-210 are cancelled”, where J-210 is already; “his rate shall equal Femke's”, which it does now. */
    private boolean isSoAlready(String name, Proposal.Change change) {
        return change.steps().stream()
                .map(step -> step.params().get("values"))
                .filter(Map.class::isInstance)
                .flatMap(values -> ((Map<?, ?>) values).values().stream())
                .anyMatch(value -> called(name)
                        .anyMatch(record -> record.values().byField().containsValue(value)));
    }

    private Stream<RecordView> called(String name) {
        return schema.entities().stream().flatMap(entity -> entity.titleField().stream()
                .flatMap(title -> request
                        .records()
                        .find(RecordQuery.where(
                                entity.key(), Filter.compare(title.key(), Comparison.STARTS_WITH, name), CALLED_MAX))
                        .stream()));
    }
}
