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
            new RestoreRecordReading(),
            new UndoReading(),
            new HistoryReading(),
            new ChangesReading(),
            new CreateEntityReading(),
            new RuleReading(),
            new SchemaReading(),
            new AdjustReading(),
            new CreateRecordReading(),
            new SummaryReading(),
            new CountReading(),
            new UpdateRecordReading(),
            new DeleteRecordReading(),
            new ListReading());

    /** Words and marks of a sentence that is read by every family: reading some of them takes time with the square of it. */
    private static final int ORDINARY_TOKENS_MAX = 120;

    /** What may go on for long: tables with their fields, and records with their values. */
    private static final List<Reading> LONG_READINGS =
            List.of(new CreateEntityReading(), new SchemaReading(), new CreateRecordReading());

    @Override
    public Proposal propose(PlanningRequest request) {
        List<String> examples = Examples.of(request.schema());
        if (request.sentence().length() > Limits.SENTENCE_CHARS_MAX) {
            return new Proposal.NotUnderstood(
                    "A sentence has at most %d characters.".formatted(Limits.SENTENCE_CHARS_MAX), examples);
        }
        Proposal proposal = read(request);
        return proposal instanceof Proposal.NotUnderstood no && no.examples().isEmpty()
                ? new Proposal.NotUnderstood(no.message(), examples)
                : proposal;
    }

    /** Strictly, and leniently only what made no sense; where both fail, the first reason is the better one. */
    private static Proposal read(PlanningRequest request) {
        Proposal strict;
        try {
            return proposal(request, false);
        } catch (Unclear unclear) {
            if (!unclear.perhapsMisspelt()) {
                return unclear.answer();
            }
            strict = unclear.answer();
        }
        try {
            return proposal(request, true);
        } catch (Unclear unclear) {
            return strict;
        }
    }

    private static Proposal proposal(PlanningRequest request, boolean lenient) {
        try {
            return new Commands(OfflinePlanner::one)
                    .read(Turn.of(request, lenient))
                    .orElseThrow(() -> Unclear.say("That was not understood. These would be:"));
        } catch (Rejection rejection) {
            if (rejection.reason() != Reason.INVALID) {
                throw rejection;
            }
            throw Unclear.say(rejection.message());
        }
    }

    private static Optional<Proposal> one(Turn turn) {
        for (Reading reading : turn.words().size() > ORDINARY_TOKENS_MAX ? LONG_READINGS : READINGS) {
            Optional<Proposal> proposal = reading.read(turn);
            if (proposal.isPresent()) {
                return proposal;
            }
        }
        return Optional.empty();
    }
}
