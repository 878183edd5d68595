package io.frontless.assistant.offline;

import io.frontless.assistant.control.PlanningRequest.Mention;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** “Show the last 20 changes”, “history of INV-0089”. */
final class ChangesReading implements Reading {

    /** Changes shown where no number is said: what one screen holds. */
    private static final int LAST = 20;

    private static final String SHOW =
            "[show|list|display|see|view|give|get|what|whats] [me|us|are|were|is|'s] [all] [the|my|our]";
    private static final String CHANGES = "changes|events|history|log";
    private static final String LATEST = "last|latest|recent|newest";
    private static final List<Form> ALL = List.of(
            Form.of(SHOW + " [very] [most] [" + LATEST + "] [change] " + CHANGES),
            Form.of(SHOW + " [very] [most] [" + LATEST + "] <count> [most] [" + LATEST + "] changes|events|edits"),
            Form.of("what changed|happened [most] [recently|lately]"),
            Form.of("what has|have|was|'s [been] changed|happened [most] [recently|lately]"),
            Form.of("what has|have|was|'s [been] changed|happened [most] [recently|lately] [,|:] [the] "
                    + "last|latest|newest <count> [changes]"));
    private static final List<Form> LAST_ONE = List.of(
            Form.of(SHOW + " [very] [most] " + LATEST + " change|edit"),
            Form.of("what was the [very] [most] " + LATEST + " change|edit"));
    private static final List<Form> OF_RECORD = List.of(
            Form.of(SHOW + " [full|whole|complete|entire] [change|edit] " + CHANGES
                    + " [made] of|to|in|for|on|about <target>"),
            Form.of(SHOW + " " + LATEST + " <count> changes|events [made] of|to|in|for|on|about <target>"),
            Form.of("who did what to|with|on|in|at <target>"),
            Form.of("who has|have done what to|with|on|in|at <target>"),
            Form.of("what changed|happened in|on|about|for|with|to|at <target>"),
            Form.of("what has|'s changed|happened in|on|about|for|with|to <target>"),
            Form.of("what was|is|got|were changed|edited|updated|done in|on|to|about|for|with|at <target>"),
            Form.of("what has|have been changed|edited|updated|done in|on|to|about|for|with|at <target>"),
            Form.of("who changed|edited|updated|touched what|anything|something on|in|at|to|of <target>"),
            Form.of("who has|have changed|edited|updated|touched what|anything|something on|in|at|to|of <target>"),
            Form.of("who changed <target>"));
    private static final List<Form> BESIDE = List.of(
            Form.of("<rest> [,] [and] who changed|did|edited|made it|that|this|them"),
            Form.of("<rest> [,] [and] who has|have changed|done|edited it|that|this|them"),
            Form.of("<rest> [,] and [by] whom|when|how|why"),
            Form.of("<rest> [,] lately|recently"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        boolean entities = Stream.of(CHANGES.split("\\|"))
                .anyMatch(word -> turn.schema().hasEntity(word)
                        && turn.words().tokens().stream().anyMatch(token -> token.is(word)));
        if (entities) {
            return Optional.empty();
        }
        boolean last = !Form.matches(LAST_ONE, turn.words()).isEmpty()
                && !turn.schema().hasEntity("change")
                && !turn.schema().hasEntity("edit");
        if (last) {
            return Optional.of(new Proposal.ListChanges(1, Optional.empty()));
        }
        List<Match> all = Form.matches(ALL, turn.words());
        Optional<Match> counted = all.stream()
                .filter(match ->
                        !match.has("count") || Amounts.whole(match.the("count")).isPresent())
                .findFirst()
                .or(() -> all.stream().findFirst());
        if (counted.isPresent()) {
            return Optional.of(new Proposal.ListChanges(count(counted.get()), Optional.empty()));
        }
        for (Match match : Form.matches(OF_RECORD, asked(turn.words()))) {
            List<Found> records = turn.targets().require(match.the("target")).records();
            if (records.size() > 1) {
                throw Unclear.say("A history is that of the workspace or of one record.", "show the last 20 changes");
            }
            Found record = records.get(0);
            return Optional.of(new Proposal.ListChanges(
                    count(match), Optional.of(new Mention(record.entity().key(), record.id()))));
        }
        return Optional.empty();
    }

    /** The last changes of one record. */
    static Proposal last(Mention record) {
        return new Proposal.ListChanges(LAST, Optional.of(record));
    }

    /** Without who did it, which is told of each change anyway, and “lately”. */
    private static Phrase asked(Phrase words) {
        return Form.matches(BESIDE, words).stream()
                .findFirst()
                .map(match -> asked(match.the("rest")))
                .orElse(words);
    }

    private static int count(Match match) {
        if (!match.has("count")) {
            return LAST;
        }
        Phrase said = match.the("count");
        BigDecimal most = BigDecimal.valueOf(Limits.PAGE_ROWS_MAX);
        return Amounts.whole(said)
                .filter(count -> count.stripTrailingZeros().scale() <= 0 && count.signum() > 0)
                .filter(count -> count.compareTo(most) <= 0)
                .map(BigDecimal::intValueExact)
                .orElseThrow(() -> Unclear.say(
                        "1 to %d changes can be shown, not “%s”.".formatted(Limits.PAGE_ROWS_MAX, said.text()),
                        "show the last 20 changes"));
    }
}
