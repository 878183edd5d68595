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
            new SavepointReading(),
            new MergeReading(),
            new NoteReading(),
            new RedactReading(),
            new ViewReading(),
            new PeopleReading(),
            new RoleReading(),
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
            new SwapReading(),
            new UpdateRecordReading(),
            new StatementReading(),
            new DeleteRecordReading(),
            new ListReading());

    @Override
    public Proposal propose(PlanningRequest request) {
        return propose(request, new Effort());
    }

    /** The same, telling what it has taken. */
    Proposal propose(PlanningRequest request, Effort effort) {
        List<String> examples = Examples.of(request.schema());
        if (request.sentence().length() > Limits.SENTENCE_CHARS_MAX) {
            return new Proposal.NotUnderstood(
                    "A sentence has at most %d characters.".formatted(Limits.SENTENCE_CHARS_MAX), examples);
        }
        Proposal proposal = read(request, effort);
        return proposal instanceof Proposal.NotUnderstood no && no.examples().isEmpty()
                ? new Proposal.NotUnderstood(no.message(), examples)
                : proposal;
    }

    /** Strictly, and leniently only what made no sense; where both fail, the first reason is the better one. */
    private static Proposal read(PlanningRequest request, Effort effort) {
        Proposal strict;
        try {
            return proposal(request, false, effort);
        } catch (Unclear unclear) {
            if (!unclear.perhapsMisspelt()) {
                return unclear.answer();
            }
            strict = unclear.answer();
        }
        try {
            return proposal(request, true, effort);
        } catch (Unclear unclear) {
            return strict;
        }
    }

    private static Proposal proposal(PlanningRequest request, boolean lenient, Effort effort) {
        try {
            return new Commands(OfflinePlanner::one)
                    .read(Turn.of(request, lenient, effort))
                    .orElseThrow(() -> Unclear.say("That was not understood. These would be:"));
        } catch (Rejection rejection) {
            if (rejection.reason() != Reason.INVALID) {
                throw rejection;
            }
            throw Unclear.say(rejection.message());
        }
    }

    private static Optional<Proposal> one(Turn turn) {
        for (Reading reading : READINGS) {
            Optional<Proposal> proposal = reading.read(turn);
            if (proposal.isPresent()) {
                return proposal;
            }
        }
        return Optional.empty();
    }
}
