package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.RestoreRecord;
import io.frontless.operation.Step;
import io.frontless.record.control.RecordView;
import io.frontless.schema.control.EntityView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** “Restore invoice INV-0089”, “bring back all deleted leads”: what was deleted is found by what it was called. */
final class RestoreRecordReading implements Reading {

    private static final List<Form> FORMS = List.of(
            Form.of("restore|undelete|recover|resurrect [the] [deleted] <target>"),
            Form.of("bring|get [the] [deleted] <target> back"),
            Form.of("bring back [the] [deleted] <target>"),
            Form.of("undo [the] deletion|deleting of <target>"));
    private static final Set<String> ALL = Set.of("all", "every", "the", "deleted");

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(FORMS, turn.words())) {
            if (match.the("target").startsWith("what")) {
                continue;
            }
            return Optional.of(restored(turn, match.the("target")));
        }
        return Optional.empty();
    }

    private static Proposal restored(Turn turn, Phrase said) {
        Phrase name = said;
        while (name.size() > 1 && name.startsWithOneOf(ALL)) {
            name = name.from(1);
        }
        Optional<SchemaLinker.Named<EntityView>> named = turn.schema().leadingEntity(name);
        List<EntityView> entities = named.map(SchemaLinker.Named::thing)
                .map(List::of)
                .orElseGet(() -> turn.schema().entities());
        Phrase title = name.from(named.map(SchemaLinker.Named::length).orElse(0));
        boolean every = title.isEmpty() && said.startsWithOneOf(Set.of("all", "every"));
        List<RecordView> found = new ArrayList<>();
        for (EntityView entity : entities) {
            turn.request().records().deleted(entity.key()).stream()
                    .filter(record -> every || record.title().equalsIgnoreCase(title.text()))
                    .forEach(found::add);
        }
        if (found.isEmpty()) {
            throw Unclear.say(
                    "Nothing that was deleted is called “%s”.".formatted(title.isEmpty() ? name.text() : title.text()),
                    "undo that",
                    "show the last 20 changes");
        }
        if (found.size() > 1 && !every) {
            throw Unclear.say(
                    "Several that were deleted are called “%s”. Bring the one back by its event in the history."
                            .formatted(name.text()));
        }
        List<Step> steps = new ArrayList<>();
        for (RecordView record : found) {
            steps.add(Step.of("s" + (steps.size() + 1), new RestoreRecord(record.entity(), record.id())));
        }
        String what = found.size() == 1 ? found.get(0).title() : found.size() + " records";
        return new Proposal.Change("Restore " + what, steps);
    }
}
