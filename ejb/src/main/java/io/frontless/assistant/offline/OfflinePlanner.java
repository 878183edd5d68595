package io.frontless.assistant.offline;

import io.frontless.assistant.control.Planner;
import io.frontless.assistant.control.PlanningRequest;
import io.frontless.assistant.control.Proposal;
import io.frontless.kernel.Limits;
import io.frontless.kernel.Reason;
import io.frontless.kernel.Rejection;
import java.util.List;
import java.util.Optional;

/** Reads English sentences by their forms, with no model, key or network. Stateless, so one serves all threads. */
public final class OfflinePlanner implements Planner {

    /** The first family that claims a sentence has it: narrow ones come before wide ones. */
    private static final List<Reading> READINGS = List.of(
            new HelpReading(),
            new UndoReading(),
            new HistoryReading(),
            new ChangesReading(),
            new CreateEntityReading(),
            new SchemaReading(),
            new CreateRecordReading(),
            new CountReading(),
            new UpdateRecordReading(),
            new DeleteRecordReading(),
            new ListReading());

    @Override
    public Proposal propose(PlanningRequest request) {
        List<String> examples = Examples.of(request.schema());
        if (request.sentence().length() > Limits.SENTENCE_CHARS_MAX) {
            return new Proposal.NotUnderstood(
                    "A sentence has at most %d characters.".formatted(Limits.SENTENCE_CHARS_MAX), examples);
        }
        try {
            return read(request)
                    .orElseGet(() -> new Proposal.NotUnderstood("That was not understood. These would be:", examples));
        } catch (Unclear unclear) {
            return unclear.answer() instanceof Proposal.NotUnderstood answer
                            && answer.examples().isEmpty()
                    ? new Proposal.NotUnderstood(answer.message(), examples)
                    : unclear.answer();
        } catch (Rejection rejection) {
            if (rejection.reason() != Reason.INVALID) {
                throw rejection;
            }
            return new Proposal.NotUnderstood(rejection.message(), examples);
        }
    }

    private static Optional<Proposal> read(PlanningRequest request) {
        Turn turn = Turn.of(request);
        for (Reading reading : READINGS) {
            Optional<Proposal> proposal = reading.read(turn);
            if (proposal.isPresent()) {
                return proposal;
            }
        }
        return Optional.empty();
    }
}
