package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A change of when something is by a length of time: “postpone A-3 by an hour”, “the review 30 minutes earlier”, “extend the meeting by half an hour”. What
 * has a start and an end moves with both, and is made longer by its end.
 */
final class ShiftReading implements Reading {

    private static final String LATER = "postpone|delay|defer|push|put|move|shift|reschedule";
    private static final String EARLIER = "bring|pull|advance";
    private static final String MOVE = LATER + "|" + EARLIER;
    private static final String WAY = "[back|forward|off|out] [by|for]";
    private static final String LENGTHEN = "extend|prolong|lengthen|shorten|cut";

    private static final List<Form> COMMANDS = List.of(
            Form.of(MOVE + " [the] <field> of|for|on <target> " + WAY),
            Form.of(MOVE + " <target> 's <field> " + WAY),
            Form.of(LENGTHEN + " <longer> [by|for]"),
            Form.of("make <made>"),
            Form.of(MOVE + " [back|off|forward] <target> " + WAY));

    /** What is told is of records that are called by their names. */
    private static final List<Form> TOLD = List.of(
            Form.of("<called> takes|lasts|needs|runs|goes [on] [for]"),
            Form.of("[the] <field> of|for <named> is|are|starts|begins"),
            Form.of("<named> 's <field> is|are|starts|begins"),
            Form.of("<named> <verb>"),
            Form.of("<named>"));

    /** The same where the way it goes is told by what is done. */
    private static final List<Form> PASSIVE = List.of(
            Form.of("<named> is|are|gets|get|should|shall|must|has|have [been|be] postponed|delayed|deferred " + WAY));

    private static final Set<String> LONGER = Set.of("longer", "more");
    private static final Set<String> SHORTER = Set.of("shorter", "less");
    private static final Set<String> BEFORE = Set.of("earlier", "forward", "sooner");
    private static final Set<String> AFTER = Set.of("later", "back");
    private static final Set<String> NAMED_EARLIER = Set.of("bring", "pull", "advance", "forward", "shorten", "cut");

    /** A length of time in a sentence, and what is before and after it. */
    private record Parted(Phrase head, Lapse by, Phrase tail) {

        boolean ends(Set<String> words) {
            return tail.size() == 1 && tail.at(0).isOneOf(words);
        }

        /** Whether nothing is left but the way it goes. */
        boolean isWhole() {
            return tail.isEmpty() || ends(LONGER) || ends(SHORTER) || ends(BEFORE) || ends(AFTER);
        }

        boolean isLater() {
            boolean plain = tail.isEmpty() || ends(Set.of("back")) || ends(Set.of("more"));
            return plain
                    ? head.tokens().stream().noneMatch(token -> token.isOneOf(NAMED_EARLIER))
                    : (ends(AFTER) || ends(LONGER));
        }
    }

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (!MomentFields.areIn(turn.request().schema())
                || turn.question()
                || words.startsWithOneOf(UpdateRecordReading.QUESTION_WORDS)
                || words.tokens().stream().anyMatch(token -> token.isOneOf(MomentReading.DENYING))) {
            return Optional.empty();
        }
        Optional<Parted> parted = parted(words);
        return parted.filter(Parted::isWhole).flatMap(found -> change(turn, found));
    }

    /** By the longest length of time that there is. */
    private static Optional<Parted> parted(Phrase words) {
        for (int start = 0; start < words.size(); start++) {
            for (int end = words.size(); end > start; end--) {
                Optional<Lapse> by = Lapse.read(words.sub(start, end));
                if (by.isPresent()) {
                    return Optional.of(new Parted(words.to(start), by.get(), words.from(end)));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Proposal> change(Turn turn, Parted parted) {
        if (parted.head().isEmpty()) {
            boolean goesOn =
                    !parted.tail().isEmpty() && turn.request().lastMentioned().size() == 1;
            return goesOn
                    ? find(turn, Sentence.read("it").words(), true)
                            .flatMap(target -> told(turn, target, new Match(Map.of()), parted))
                    : Optional.empty();
        }
        for (Match match : Form.matches(COMMANDS, parted.head())) {
            Optional<Proposal> change =
                    find(turn, said(match), false).flatMap(target -> commanded(turn, target, match, parted));
            if (change.isPresent()) {
                return change;
            }
        }
        for (Match match : Form.matches(parted.tail().isEmpty() ? PASSIVE : TOLD, parted.head())) {
            Optional<Proposal> change =
                    find(turn, said(match), true).flatMap(target -> told(turn, target, match, parted));
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private static Phrase said(Match match) {
        return List.of("target", "longer", "made", "called", "named").stream()
                .filter(match::has)
                .findFirst()
                .map(match::the)
                .orElseThrow();
    }

    private static Optional<Target> find(Turn turn, Phrase name, boolean called) {
        Predicate<EntityView> plausible = MomentFields::areIn;
        try {
            return (called
                            ? turn.targets().called(name, plausible)
                            : turn.targets().find(name, plausible))
                    .filter(found -> MomentFields.areIn(found.entity()));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static Optional<Proposal> commanded(Turn turn, Target target, Match match, Parted parted) {
        MomentShift shift = new MomentShift(turn, target, parted.by(), parted.isLater());
        boolean lengthens = match.has("longer") || parted.ends(LONGER) || parted.ends(SHORTER);
        if (match.has("made") && !lengthens) {
            return parted.tail().isEmpty() ? Optional.empty() : shift.whole();
        }
        if (lengthens) {
            return match.has("longer") || match.has("made") ? shift.end() : Optional.empty();
        }
        return match.has("field") ? shift.named(match.the("field")) : shift.whole();
    }

    private static Optional<Proposal> told(Turn turn, Target target, Match match, Parted parted) {
        MomentShift shift = new MomentShift(turn, target, parted.by(), parted.isLater());
        if (parted.ends(LONGER) || parted.ends(SHORTER)) {
            return match.has("verb") ? Optional.empty() : shift.end();
        }
        if (match.has("called")) {
            return Optional.empty();
        }
        if (match.has("field")) {
            return shift.named(match.the("field"));
        }
        boolean is = match.has("verb")
                && match.the("verb").size() == 1
                && match.the("verb").at(0).isOneOf(Set.of("is", "are", "moves", "goes"));
        return match.has("verb") && !is ? shift.byVerb(match.the("verb")) : shift.whole();
    }
}
