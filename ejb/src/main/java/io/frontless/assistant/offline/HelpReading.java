package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.List;
import java.util.Optional;

/** “Help”, “what can you do”. */
final class HelpReading implements Reading {

    private static final List<Form> FORMS = List.of(
            Form.of("help [me]"),
            Form.of("what can you|i do|say|ask [here]"),
            Form.of("how does this|it work"),
            Form.of("what do i say|do [now]"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (!turn.words().isEmpty() && Form.matches(FORMS, turn.words()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Proposal.NotUnderstood(
                "Say in a sentence what to show or to change. Whatever changes something is shown first, and can be undone.",
                Examples.of(turn.request().schema())));
    }
}
