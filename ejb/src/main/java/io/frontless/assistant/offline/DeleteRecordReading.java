package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.ApplyBulk;
import io.frontless.operation.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** “Delete invoice INV-0089”, “get rid of all lost leads”. */
final class DeleteRecordReading implements Reading {

    /** A step for each record, up to so many; more of them are one bulk change. */
    private static final int STEPS_MAX = 200;

    private static final List<Form> FORMS = List.of(
            Form.of("delete|remove|erase|drop|destroy|discard|trash|scrap|purge|bin|axe <target>"),
            Form.of("get rid of <target>"),
            Form.of("throw away|out <target>"));

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(FORMS, turn.words())) {
            Target target = turn.targets().require(match.the("target"));
            return Optional.of(new Proposal.Change("Delete " + target.name(), steps(target)));
        }
        return Optional.empty();
    }

    private static List<Step> steps(Target target) {
        if (target.records().size() > STEPS_MAX) {
            return List.of(Step.of(
                    "s1",
                    ApplyBulk.delete(
                            target.entity().key(),
                            target.records().stream().map(Found::id).toList())));
        }
        List<Step> steps = new ArrayList<>();
        for (Found record : target.records()) {
            steps.add(record.delete(steps.size() + 1));
        }
        return steps;
    }
}
