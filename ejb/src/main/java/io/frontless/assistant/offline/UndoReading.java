package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** “Undo that”, “take that back”, “undo event …”. */
final class UndoReading implements Reading {

    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Set<String> VERBS = Set.of("undo", "revert");
    private static final List<Form> LAST = List.of(
            Form.of("undo|revert|rollback [that|it|this] [again]"),
            Form.of("undo|revert [the|my] last|latest|previous [change|action|step|command|operation|one|thing]"),
            Form.of("undo|revert that|this|the change"),
            Form.of("take that|it|this back"),
            Form.of("take back that|it|this"),
            Form.of("roll [that|it|this] back [that|it|this]"));
    private static final Form EVENT = Form.of("undo|revert [the] [event|change] <id>");

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (!Form.matches(LAST, turn.words()).isEmpty()) {
            return Optional.of(new Proposal.UndoLast());
        }
        for (Match match : EVENT.matches(turn.words())) {
            String id = match.the("id").text();
            if (ID.matcher(id).matches()) {
                return Optional.of(new Proposal.UndoEvent(UUID.fromString(id)));
            }
        }
        if (turn.words().startsWithOneOf(VERBS)) {
            throw Unclear.say(
                    "One change is undone at a time: the last one, or an event by its id.",
                    "undo that",
                    "show the last 20 changes");
        }
        return Optional.empty();
    }
}
