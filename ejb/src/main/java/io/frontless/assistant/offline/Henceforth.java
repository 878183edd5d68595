package io.frontless.assistant.offline;

import io.frontless.operation.Filter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a sentence tells what is so from now on, or asks for it to be noted: “visits cost 40 in future”, “…, please update that”. */
final class Henceforth {

    private static final Pattern SAID = Pattern.compile(
            "\\b(?:from (?:now|today|tomorrow|this (?:day|week|month|year)|here)(?: on\\b|onwards?\\b|\\b)|as (?:of|from) (?:now|today)|in (?:the )?future"
                    + "|any ?(?:more|longer)|no longer|by now|meanwhile|starting (?:now|today)|effective (?:now|today|immediately)|with immediate effect"
                    + "|(?:please|pls|plz|kindly|can you|could you) (?:do|mark|set|update|correct|change|enter|fix|note|record|adjust|amend)(?: (?:that|this|it|them|so|accordingly))?$)");

    private static final Set<String> EXCEPTING = Set.of("except", "but", "apart", "excluding");

    private static final Set<String> EVERY =
            Set.of("all", "every", "each", "both", "everything", "everyone", "everybody");

    private Henceforth() {}

    /** “All screenings on Saturday”, “every course except SK-105”, and not “all yoga courses”, of which it may be so in general. */
    static boolean isOfAll(Turn turn, Phrase target) {
        return target.startsWithOneOf(EVERY) && isOfNow(turn, target);
    }

    /** Whether several records are told by more than their kind: by when, how many, whose, or who is left out. */
    static boolean isOfNow(Turn turn, Phrase target) {
        return several(turn, target)
                .filter(selection -> selection.most() > 1
                        || leavesOut(target)
                        || selection.conditions().stream()
                                .flatMap(Filter::comparisons)
                                .anyMatch(compare -> !isKind(compare.value(), target)))
                .isPresent();
    }

    /** Several records, and not all of a table. */
    static Optional<Selection> several(Turn turn, Phrase target) {
        return target.startsWithOneOf(EVERY) || turn.selections().namesSeveral(target)
                ? StatementReading.selection(turn, target).filter(selection -> !selection.isUnconditional())
                : Optional.empty();
    }

    /** Whether a condition tells of what kind they are, in small letters, and not when, how many or whose. */
    private static boolean isKind(@Nullable Object value, Phrase target) {
        return value instanceof Boolean
                || (value instanceof String text
                        && target.tokens().stream().anyMatch(token -> token.text()
                                .equals(text.toLowerCase(Locale.ROOT).replaceFirst(" .*", ""))));
    }

    /** “All donors but the foundations”: who is left out tells that it is not so in general. */
    static boolean leavesOut(Phrase target) {
        return target.tokens().stream().anyMatch(token -> token.isOneOf(EXCEPTING));
    }

    static boolean isSaid(Turn turn) {
        String sentence = turn.request().sentence().strip().toLowerCase(Locale.ROOT);
        return SAID.matcher(sentence.replaceAll("[.!]+$", "")).find();
    }
}
