package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.List;
import java.util.Optional;

/** Reads what no form reads as a whole: by what it mentions, with a story before it or a reason after it, or told in parts. */
final class Unformed implements Reading {

    /** “Isn't it” asks whether it is so. */
    private static final Form TAG = Form.of(
            "<rest> , isn't|aren't|is|are|was|were|wasn't|weren't|don't|doesn't|right|correct|true [it|he|she|they|that]");

    private final List<Reading> families;
    private final Reading part;

    /**
     * @param forms reads a part by the forms
     * @param families read a part by what it mentions
     */
    Unformed(Reading forms, List<Reading> families) {
        this.families = families;
        this.part = new ReadOnce(turn -> tried(turn, forms).or(() -> mentioned(turn)));
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (isQuestion(turn)) {
            return Optional.empty();
        }
        Commands parts = new Commands(part::read);
        return single(turn)
                .or(() -> tried(turn, parts::read).filter(Proposal.Change.class::isInstance))
                .or(() -> parts.told(turn));
    }

    /** The same of what says one thing only; “Should H-907 have no driver, …” is a condition, and neither a mention nor a story. */
    Optional<Proposal> single(Turn turn) {
        return isQuestion(turn) || turn.words().startsWith("should")
                ? Optional.empty()
                : tried(turn, this::mentioned).or(() -> tried(turn, new StoryReading(part::read)));
    }

    private static boolean isQuestion(Turn turn) {
        return turn.question() || !TAG.matches(turn.words()).isEmpty();
    }

    private Optional<Proposal> mentioned(Turn turn) {
        return families.stream()
                .flatMap(family -> family.read(turn).stream())
                .findFirst()
                .filter(change -> !new Doubtful(turn).is(change));
    }

    private static Optional<Proposal> tried(Turn turn, Reading reading) {
        try {
            return reading.read(turn);
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }
}
