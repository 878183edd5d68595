package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What records need, are not or will be, where more than their kind tells which: “all planned treatments before 10 October need sedation”, “the two cheapest flowers are not seasonal”. */
final class ToldOfMany implements Reading {

    private static final List<Form> FORMS = List.of(
            Form.of("<target> should|shall|must both|all be <state>"),
            Form.of("<target> will be [now] <coming>"),
            Form.of("<target> is|are [now|all] <left>"),
            Form.of("<target> count|counts as <state>"),
            Form.of("<target> aren't|isn't|aren’t|isn’t|arent|isnt <unstate>"),
            Form.of("<target> is|are not|never <unstate>"),
            Form.of("<target> is|are no longer <unstate>"),
            Form.of("<target> need|needs|require|requires|want|wants [a|an|the] <on>"),
            Form.of("<target> get|gets|receive|receives [a|an|the] <on>"),
            Form.of("<target> come|comes with [a|an|the] <on>"),
            Form.of("<target> has|have given|got|received [a|an|the|their] <on>"),
            Form.of("[a|an|the] <on> [is] needed|required|necessary for|at|in <target>"),
            Form.of("[a|an|the] <on> for|in <target>"),
            Form.of("<target> don't|doesn't|don’t|doesn’t|dont|doesnt need|want|get|have [a|an|any] <off>"),
            Form.of("<target> do|does not need|want|get|have [a|an|any] <off>"),
            Form.of("<target> need|needs|get|gets|want|wants no <off>"),
            Form.of("no <off> for|in|at <target>"));

    /** What leads to another kind of sentence, or makes it doubtful. */
    private static final Set<String> OTHERWISE = Words.listed(
            "if unless when whenever until because whether maybe perhaps might may could would probably nearly almost some most many few"
                    + " said says think thinks hope wish what which who whose how why any anything anyone was were had usually normally");

    private static final Set<String> WHICH = Set.of("that", "which", "who", "whose");

    private static final Set<String> DOING =
            Set.of("show", "list", "find", "count", "delete", "add", "do", "does", "is", "are");

    @Override
    public Optional<Proposal> read(Turn turn) {
        Phrase words = turn.words();
        if (turn.question() || words.size() < 3 || words.startsWithOneOf(DOING) || words.startsWithOneOf(OTHERWISE)) {
            return Optional.empty();
        }
        List<Match> found = Form.matches(FORMS, words).stream()
                .map(match -> match.withException(turn))
                .filter(match -> isTold(turn, match))
                .map(match -> Stream.of("coming", "left")
                        .filter(match::has)
                        .findFirst()
                        .map(part -> match.with("state", match.the(part)))
                        .orElse(match))
                .toList();
        return found.isEmpty() ? Optional.empty() : new Attempts(turn).one(found);
    }

    /** Whether the records are several of which it is not so in general, and nothing of it belongs to what tells which they are. */
    private static boolean isTold(Turn turn, Match match) {
        Phrase target = match.the("target");
        Token last = target.at(target.size() - 1);
        return !last.isOneOf(WHICH)
                && !last.isOneOf(OTHERWISE)
                && StatementReading.isFinished(target)
                && isSure(turn.words(), match)
                && (!match.has("left") || Henceforth.leavesOut(target))
                && Stream.of("state", "coming", "left", "unstate", "on", "off")
                        .filter(match::has)
                        .allMatch(part -> match.the(part).tokens().stream()
                                .noneMatch(token -> token.isOneOf(OTHERWISE) || token.isMark()))
                && (match.has("coming")
                        ? Henceforth.several(turn, target).isPresent()
                        : Henceforth.isOfNow(turn, target));
    }

    /** “Child seats for bookings in October” may be what is looked for; “for the bookings” is what they are to have. */
    private static boolean isSure(Phrase words, Match match) {
        Phrase target = match.the("target");
        boolean before = match.has("on") && words.at(words.size() - 1).equals(target.at(target.size() - 1));
        return !before
                || words.tokens().stream().anyMatch(token -> token.isOneOf(Set.of("needed", "required", "necessary")))
                || target.startsWithOneOf(Set.of("the", "both", "our", "my", "all", "every", "each"));
    }
}
