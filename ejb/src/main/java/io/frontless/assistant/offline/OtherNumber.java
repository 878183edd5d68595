package io.frontless.assistant.offline;

import io.frontless.operation.Step;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the number that a change gives is not the one that is told: “has been raised to care level 5” is 5 and not 5 more, “works 5 hours a week less” are not 5,
 * “minus 40” takes nothing away where it is what something is, and “a preferred one” counts nothing. Or it is told and not given: “give it to Samuel and make it an hour”.
 */
record OtherNumber(Phrase words) {

    private static final Pattern RAISED_TO = Pattern.compile(
            "\\b(?:rais|lower|increas|reduc|cut|promot|upgrad|downgrad)\\w*\\b.* to (?:[\\p{L}-]+ ){1,3}(\\d+(?:\\.\\d+)?)(?![\\w-])");
    private static final Pattern LESS =
            Pattern.compile("(\\d+(?:\\.\\d+)?) \\p{L}+ (?:a|an|per|each|every) \\p{L}+ (?:less|more|fewer)\\b");
    private static final Pattern UP_BY =
            Pattern.compile("\\b(?:goes|go|went|moves?) (\\S+) (?:\\p{L}+ )?(?:up|down|higher|lower)\\b");
    private static final Pattern ADDS =
            Pattern.compile("\\S (?:adds|added|takes|took|puts) (\\S+) (?:to|off|from|on|onto) ");
    private static final Pattern MINUS = Pattern.compile("\\b(?:is|are|be|=|to) minus \\d");
    private static final Pattern ONE = Pattern.compile("\\b(?:a|an|the) \\p{L}+ one\\b");

    private static final Pattern MADE =
            Pattern.compile("\\bmake (?:it|them) (?:an?|half an?|\\p{L}+|\\d+) (?:minute|hour|day|week|month)s?\\b");

    /** Whether a length is told that none of the steps gives. */
    boolean isLeftOut(List<Step> steps) {
        return MADE.matcher(words.text().toLowerCase(Locale.ROOT)).find()
                && steps.stream()
                        .noneMatch(step -> step.params().get("values") instanceof Map<?, ?> values
                                && values.values().stream()
                                        .anyMatch(value -> value instanceof BigDecimal
                                                || (value instanceof String text
                                                        && Unlikely.DAY
                                                                .matcher(text)
                                                                .lookingAt())));
    }

    boolean is(Collection<?> values) {
        String said = words.text().toLowerCase(Locale.ROOT);
        Matcher to = RAISED_TO.matcher(said);
        Matcher less = LESS.matcher(said);
        return MINUS.matcher(said).find()
                || isStep(UP_BY.matcher(said), values)
                || isStep(ADDS.matcher(said), values)
                || (to.find() && !has(values, to.group(1)))
                || (less.find() && has(values, less.group(1)))
                || (ONE.matcher(said).find() && has(values, "1"));
    }

    /** “Goes two points up”, “Halden adds 20k to the budget”: it becomes neither 2 nor 20,000 by that. */
    private static boolean isStep(Matcher step, Collection<?> values) {
        return step.find()
                && Amounts.leading(Sentence.read(step.group(1)).words())
                        .filter(amount -> values.stream()
                                .anyMatch(value ->
                                        value instanceof BigDecimal number && number.compareTo(amount.value()) == 0))
                        .isPresent();
    }

    private static boolean has(Collection<?> values, String number) {
        BigDecimal said = new BigDecimal(number);
        return values.stream().anyMatch(value -> value instanceof BigDecimal one && one.compareTo(said) == 0);
    }
}
