package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** “Delete invoice INV-0089.” Bringing back goes by the history, since a deleted record cannot be found by its name. */
final class DeleteRecordReading implements Reading {

    private static final Form DELETE = Form.of("delete|remove|erase|drop|destroy <target>");
    private static final List<Form> RESTORE = List.of(
            Form.of("restore|undelete|recover <target>"),
            Form.of("bring <target> back"),
            Form.of("bring back <target>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        if (!Form.matches(RESTORE, turn.words()).isEmpty()) {
            throw Unclear.say(
                    "What was deleted is brought back by undoing its deletion: at once by “undo that”, later in the History.",
                    "undo that",
                    "show the last 20 changes");
        }
        for (Match match : DELETE.matches(turn.words())) {
            Target target = turn.targets().require(match.the("target"));
            List<Step> steps = new ArrayList<>();
            for (Found record : target.records()) {
                steps.add(record.delete(steps.size() + 1));
            }
            return Optional.of(new Proposal.Change("Delete " + target.name(), steps));
        }
        return Optional.empty();
    }
}
