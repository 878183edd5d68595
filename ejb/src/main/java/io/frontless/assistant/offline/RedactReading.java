package io.frontless.assistant.offline;

import io.frontless.assistant.control.Proposal;
import io.frontless.operation.FieldSpec;
import io.frontless.operation.RedactEvents;
import io.frontless.operation.Step;
import java.util.List;
import java.util.Optional;

/** “Redact the phone of Acme because they asked for it”. The reason stays in the log, so it must be said. */
final class RedactReading implements Reading {

    private static final List<Form> WITH_REASON = List.of(
            Form.of("redact [the] <field> of|in|from <target> because <reason>"),
            Form.of("redact [the] <field> of|in|from <target> : <reason>"));
    private static final Form WITHOUT = Form.of("redact [the] <field> of|in|from <target>");

    @Override
    public Optional<Proposal> read(Turn turn) {
        for (Match match : Form.matches(WITH_REASON, turn.words())) {
            Optional<Target> target = turn.targets()
                    .find(match.the("target"), entity -> turn.schema().hasField(entity, match.the("field")));
            if (target.filter(Target::isOne).isPresent()) {
                return Optional.of(redacted(turn, target.get().records().get(0), match));
            }
        }
        if (WITHOUT.matches(turn.words()).isEmpty()) {
            return Optional.empty();
        }
        throw Unclear.say(
                "Say which field of which record, and why: “redact the … of … because …”. The reason stays in the log.");
    }

    private static Proposal redacted(Turn turn, Found record, Match match) {
        FieldSpec field =
                turn.schema().field(record.entity(), match.the("field")).orElseThrow();
        return new Proposal.Change(
                "Redact %s of %s %s".formatted(field.label(), record.entity().label(), record.title()),
                List.of(Step.of(
                        "s1",
                        new RedactEvents(
                                record.entity().key(),
                                record.id(),
                                List.of(field.key()),
                                match.the("reason").text()))));
    }
}
