package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.schema.control.EntityView;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A change of when something is: “move A-3 to 3 pm”, “A-3 starts at 10:30 tomorrow”, “set the reminder of Order gloves to tomorrow at 9”. The moment stands
 * last; what is before it says which record, and perhaps which field.
 */
final class MomentReading implements Reading {

    private static final String MOVE = "move|shift|reschedule|rebook|postpone|push|bring|pull|delay|defer|advance";
    private static final String SET = MOVE + "|set|change|put|update|correct|adjust|switch|plan|schedule";
    private static final Set<String> MOVING = Set.of(MOVE.split("\\|"));
    private static final String AWAY = "[back|forward|off|out]";
    private static final String BEING = "is|are|'s|should|shall|must|will";
    private static final String GETTING = "is|are|was|were|has|have|gets|should|shall|must|will";
    private static final String MOVED = "moved|rescheduled|postponed|shifted|pushed|brought";

    /** What stands before the moment in a command. */
    private static final List<Form> COMMANDS = List.of(
            Form.of(SET + " <target> with|and its|the|their <both>"),
            Form.of(SET + " [the] <field> of|for|on <target> " + AWAY),
            Form.of(SET + " <target> 's <field> " + AWAY),
            Form.of("set|add|make [a|an|the] <field> for|on <target>"),
            Form.of("extend|prolong|lengthen|shorten <longer>"),
            Form.of("remind me of|about|to <reminded>"),
            Form.of(SET + "|make <target> " + AWAY));

    /** The same where it is told. */
    private static final List<Form> TOLD = List.of(
            Form.of("[the|a] <field> of|for|on <named> [is|are|:|=]"),
            Form.of("<named> 's <field> [is|are|:|=|starts|begins]"),
            Form.of("<named> " + BEING + " [be] [now|already]"),
            Form.of("<named> " + GETTING + " [been|be] [now|already] " + MOVED + " [back|forward]"),
            Form.of("<named> moves|goes|:|" + MOVED),
            Form.of("<named> [should|shall|must|will] <verb>"),
            Form.of("<named>"));

    private static final List<Form> INSTEAD = List.of(
            Form.of("<rest> [,] instead of <old>"), Form.of("<rest> rather than <old>"), Form.of("<rest> , not <old>"));

    private static final Set<String> NOW = Set.of("now", "already");
    static final Set<String> DENYING = Set.of("not", "never", "don't", "don’t", "no", "if", "unless", "when");

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase said = withoutOld(turn);
        if (!MomentFields.areIn(turn.request().schema())
                || turn.question()
                || said.startsWithOneOf(UpdateRecordReading.QUESTION_WORDS)
                || said.tokens().stream().anyMatch(token -> token.isOneOf(DENYING))) {
            return Optional.empty();
        }
        Trials<Integer> starts = new Trials<>();
        return starts.<Proposal>first(IntStream.range(1, said.size()).boxed().toList(), start -> Moment.read(
                                said.from(start), turn.request().today())
                        .flatMap(moment -> change(turn, said.to(start), said.from(start), moment)))
                .or(starts::fail);
    }

    /** “9:15 instead of 10”: what it was need not be said; “it is at 11 now”. */
    private static Phrase withoutOld(Turn turn) {
        Phrase words = turn.words();
        Phrase said = Form.matches(INSTEAD, words).stream()
                .filter(match -> isOld(match.the("old"), turn))
                .map(match -> match.the("rest"))
                .findFirst()
                .orElse(words);
        boolean now = said.size() > 2 && said.at(said.size() - 1).isOneOf(NOW);
        return now ? said.to(said.size() - 1) : said;
    }

    private static boolean isOld(Phrase old, Turn turn) {
        return (old.size() == 1 && DayTime.isHour(old.at(0)))
                || Moment.read(old, turn.request().today()).isPresent();
    }

    private static Optional<Proposal> change(Turn turn, Phrase head, Phrase said, Moment moment) {
        for (Match match : Form.matches(COMMANDS, head)) {
            Optional<Target> target = target(turn, match);
            if (target.isPresent()) {
                Optional<MomentChange> change =
                        new MomentMeant(turn, target.get(), moment).of(match, head.startsWithOneOf(MOVING));
                if (change.isPresent()) {
                    return Optional.of(change.get().made(turn, said));
                }
            }
        }
        for (Match match : Form.matches(TOLD, head)) {
            Optional<Target> target = called(turn, match.the("named"));
            if (target.isPresent()) {
                Optional<MomentChange> change = new MomentMeant(turn, target.get(), moment).told(match);
                if (change.isPresent()) {
                    return Optional.of(change.get().made(turn, said));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Target> target(Turn turn, Match match) {
        Predicate<EntityView> plausible = MomentFields::areIn;
        Phrase said = match.the(match.has("longer") ? "longer" : match.has("reminded") ? "reminded" : "target");
        try {
            return turn.targets().find(said, plausible).filter(found -> MomentFields.areIn(found.entity()));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }

    private static Optional<Target> called(Turn turn, Phrase name) {
        try {
            return turn.targets().called(name, MomentFields::areIn).filter(found -> MomentFields.areIn(found.entity()));
        } catch (Unclear unclear) {
            return Optional.empty();
        }
    }
}
